import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll } from "vitest";

/** What somebody asked to have translated. */
export type Asked = { q: string[]; source: string; target: string; format: string; api_key?: string };

/**
 * A server that speaks LibreTranslate's protocol (`POST /translate`) and turns every word around, tags and what stands in
 * `<code>` left alone as LibreTranslate does. It can be told to answer otherwise; closed when the test file is done.
 */
export async function useLibreTranslate(key: string | null = null) {
	const asked: Asked[] = [];
	let misbehave: ((answer: ServerResponse, translated: string[]) => void) | null = null;
	const server = createServer(async (request, answer) => {
		if (request.method !== "POST" || request.url !== "/translate") return answer.writeHead(404).end();
		const body: Asked = JSON.parse(await textOf(request));
		const send = (status: number, content: object) =>
			answer.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(content));
		if (key && body.api_key !== key) return send(403, { error: "Invalid API key" });
		asked.push(body);
		const translated = body.q.map(turnWords);
		if (misbehave) return misbehave(answer, translated);
		return send(200, { translatedText: translated });
	});
	server.listen(0, "localhost");
	await once(server, "listening");
	afterAll(() => {
		server.closeAllConnections();
		server.close();
	});
	return {
		url: `http://localhost:${(server.address() as AddressInfo).port}`,
		asked,
		/** From now on answers in another way; null for the right one. */
		answerWith(way: typeof misbehave) {
			misbehave = way;
		},
	};
}

async function textOf(request: IncomingMessage): Promise<string> {
	let text = "";
	for await (const piece of request) text += piece;
	return text;
}

/** `A <b>word</b>` → `A <b>drow</b>` */
function turnWords(html: string): string {
	return html.replace(/<code>.*?<\/code>|<[^>]*>|&\w+;|\p{L}+/gu, (piece) =>
		/^[<&]/.test(piece) ? piece : [...piece].reverse().join(""),
	);
}

import { fail } from "@interurban/contract/errors";
import type { Language } from "@interurban/contract/languages";

/** A server that translates. */
export type Translator = {
	/**
	 * HTML in its order from one language into another.
	 * @throws Failure `translations.busy` when it is to be asked later, `translations.unavailable` for anything else
	 */
	translate(html: readonly string[], from: Language, to: Language): Promise<string[]>;
};

/** Milliseconds until an answer is no longer waited for, and bytes that it may have. */
const patience = 10_000;
const longestAnswer = 1_000_000;

/**
 * A LibreTranslate server, or another that speaks its protocol: `POST /translate` with `q`, `source`, `target`, `format`
 * and `api_key` (https://docs.libretranslate.com/api/operations/translate/).
 * @param options.patience milliseconds until an answer is no longer waited for
 */
export function makeTranslator(options: { url: string; key: string | null; patience?: number }): Translator {
	const address = new URL("translate", options.url.endsWith("/") ? options.url : `${options.url}/`);
	return {
		async translate(html, from, to) {
			const key = options.key ? { api_key: options.key } : {};
			const body = JSON.stringify({ q: html, source: from, target: to, format: "html", ...key });
			const answer = await ask(address, body, options.patience ?? patience);
			const texts = (answer as { translatedText?: unknown } | null)?.translatedText;
			const isWhole =
				Array.isArray(texts) &&
				texts.length === html.length &&
				texts.every((text) => typeof text === "string" && text.isWellFormed() && !text.includes("\0"));
			return isWhole ? texts : fail("translations.unavailable");
		},
	};
}

async function ask(address: URL, body: string, milliseconds: number): Promise<unknown> {
	const unavailable = () => fail("translations.unavailable");
	const signal = AbortSignal.timeout(milliseconds);
	const headers = { "content-type": "application/json", accept: "application/json" };
	const response = await fetch(address, { method: "POST", headers, body, signal, redirect: "error" }).catch(
		unavailable,
	);
	if (response.ok) return read(response).catch(unavailable);
	await response.body?.cancel().catch(() => {});
	return response.status === 429 ? fail("translations.busy") : unavailable();
}

async function read(response: Response): Promise<unknown> {
	const pieces: Uint8Array[] = [];
	let length = 0;
	for await (const piece of response.body ?? []) {
		pieces.push(piece);
		length += piece.length;
		if (length > longestAnswer) throw new Error("the answer is too long");
	}
	return JSON.parse(Buffer.concat(pieces).toString("utf8"));
}

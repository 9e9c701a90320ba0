import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { people, sessions } from "@interurban/db/schema/people";
import { WritePost } from "@interurban/web/generated/operations";
import { eq } from "drizzle-orm";
import { askAt } from "./ask.ts";
import { listenLightly } from "./light-client.ts";
import type { StormNetwork } from "./network.ts";

export type Revocation = {
	revoked: number;
	/** Events that somebody heard later than that after the commit that took their session or changed their rights. */
	late: number;
	/** Connections that were still there then. */
	open: number;
	heard: number;
};

/**
 * Ends sessions, suspends people and changes their roles, in turns, while a thread that they hear is full of talk.
 * @param options.within milliseconds in which that is to be felt
 */
export async function revoke(
	network: StormNetwork,
	options: { people: number; within: number },
): Promise<Revocation> {
	const threadId = await network.openThread();
	const run = askAt(() => network.origin(0), (await network.member()).cookie);
	let late = 0;
	let heard = 0;
	const listeners = await Promise.all(
		Array.from({ length: options.people }, async (_, n) => {
			const { id, cookie } = await network.member();
			const listener = { id, at: Number.POSITIVE_INFINITY };
			const client = await listenLightly({
				port: network.servers[n % network.servers.length]?.port() ?? 0,
				stream: `thread:${threadId}`,
				cookie,
				onEvent: () => {
					heard++;
					if (performance.now() > listener.at + options.within) late++;
				},
			});
			return { listener, client };
		}),
	);
	let isTalking = true;
	const talk = (async () => {
		while (isTalking) {
			const post = { threadId, clientId: randomUUID(), body: "And another thing", replyToId: null };
			await run(WritePost, post);
		}
	})();
	const acts = [
		(id: number) => network.db.delete(sessions).where(eq(sessions.personId, id)),
		(id: number) => network.db.update(people).set({ suspendedAt: new Date() }).where(eq(people.id, id)),
		(id: number) => network.db.update(people).set({ role: "moderator" }).where(eq(people.id, id)),
	];
	for (const [n, { listener }] of listeners.entries()) {
		await acts[n % acts.length]?.(listener.id);
		listener.at = performance.now();
		await sleep(15);
	}
	await sleep(options.within + 500);
	isTalking = false;
	await talk;
	const open = listeners.filter(({ client }) => !client.isClosed()).length;
	for (const { client } of listeners) client.close();
	return { revoked: options.people, late, open, heard };
}

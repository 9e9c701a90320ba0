import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { posts } from "@interurban/db/schema/threads";
import { WritePost } from "@interurban/web/generated/operations";
import { and, eq, gt } from "drizzle-orm";
import { askAt } from "./ask.ts";
import { type Kills, makeTrouble, none, untilAnswered } from "./loss.ts";
import type { StormNetwork } from "./network.ts";

export type Retries = {
	ids: number;
	sent: number;
	/** Rows that there are beside one for each client id. */
	doubled: number;
	/** Client ids that got different answers. */
	different: number;
	kills: Kills;
};

/** Sends each of so many client ids two to five times at once, to any process, while things are killed. */
export async function stormOfRetries(
	network: StormNetwork,
	options: { ids: number; every: number },
): Promise<Retries> {
	const kills = { ...none };
	const threadId = await network.openThread();
	const members = await Promise.all(Array.from({ length: 10 }, () => network.member()));
	let isSending = true;
	let left = options.ids;
	let sent = 0;
	let different = 0;
	const trouble = makeTrouble(network, kills, options.every, () => isSending);
	const send = async (at: number, cookie: string) => {
		while (left-- > 0) {
			const post = { threadId, clientId: randomUUID(), body: `Once, ${left}`, replyToId: null };
			const answers = await Promise.all(
				Array.from({ length: 2 + (left % 4) }, (_, n) => {
					const run = askAt(() => network.origin(at + n), cookie, { within: 5000 });
					sent++;
					return untilAnswered(
						() => run(WritePost, post),
						() => sent++,
					);
				}),
			);
			const { id, number, version } = answers[0]?.writePost ?? { id: "", number: 0, version: 0 };
			const isSame = ({ writePost: one }: (typeof answers)[number]) =>
				one.id === id && one.number === number && one.version === version;
			if (!answers.every(isSame)) different++;
		}
	};
	await Promise.all(members.map(({ cookie }, n) => send(n, cookie)));
	isSending = false;
	await trouble;
	for (;;) {
		const after = and(eq(posts.threadId, Number(threadId)), gt(posts.number, 1));
		const rows = await network.db
			.select({ body: posts.body })
			.from(posts)
			.where(after)
			.catch(() => null);
		if (rows) return { ids: options.ids, sent, doubled: rows.length - options.ids, different, kills };
		await sleep(200);
	}
}

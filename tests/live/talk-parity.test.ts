import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { type Asker, useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson } from "../kit/factories.ts";
import { documents, start } from "../kit/messages.ts";
import { openTalk } from "../kit/talk.ts";
import { documents as posts } from "../kit/threads.ts";

/** Histories to try; `HISTORIES=20000` for a long run. */
const histories = Number(process.env.HISTORIES ?? (process.env.CI ? 150 : 30));

const { db } = await useDatabase();
const app = await useApp(db);
const counts = { histories: 0, acts: 0, refused: 0, events: 0, lost: 0, doubled: 0, reconnects: 0, gone: 0 };

type Member = Asker & { id: number; handle: string };
type Talk = Awaited<ReturnType<typeof openTalk>>;

async function member(): Promise<Member> {
	const { id, handle } = await makePerson(db);
	return { ...(await app.asMember({ id })), id, handle };
}

afterAll(() => {
	console.log(`parity of conversations: ${JSON.stringify(counts)}`);
});

const act = fc.record({
	kind: fc.constantFrom(
		...(["post", "post", "burst", "edit", "delete", "read", "accept", "decline", "leave"] as const),
		...(["remove", "add", "add", "name", "block", "unblock", "rush", "cut", "back"] as const),
	),
	who: fc.nat(3),
	target: fc.nat(11),
});
/** What becomes of one event after another: lost, delivered late, delivered twice. */
const fates = fc.array(fc.constantFrom<readonly number[]>([0], [0], [0], [], [0, 2], [4], [8, 0], [1]), {
	minLength: 1,
	maxLength: 12,
});
const history = fc.record({
	isGroup: fc.boolean(),
	acts: fc.array(act, { minLength: 3, maxLength: 14 }),
	fates: fc.array(fates, { minLength: 3, maxLength: 3 }),
});

test(
	"after any history of coming and going, what a page holds after events is what it would fetch",
	async () => {
		const some = fc.tuple(history, history);
		const playBoth = fc.asyncProperty(some, async (both) => void (await Promise.all(both.map(play))));
		const plugins = [fc.interruptAfterTimeLimit(1000 * histories)];
		await fc.assert(playBoth, { numRuns: Math.ceil(histories / 2), endOnFailure: true, plugins });
	},
	600_000 + 2000 * histories,
);

async function play(of: typeof history extends fc.Arbitrary<infer Of> ? Of : never): Promise<void> {
	const members = await Promise.all([member(), member(), member(), member()]);
	const [anna, ...others] = members;
	const handles = others.slice(0, of.isGroup ? 2 : 1).map(({ handle }) => handle);
	const { id } = await start(anna, handles, "First");
	const pages: Talk[] = [];
	for (const [n, { id: personId, ...asker }] of members.slice(0, handles.length + 1).entries()) {
		let turn = 0;
		const fate = of.fates[n] ?? [];
		pages.push(
			await openTalk(app, asker, { id, personId, fate: () => counted(fate[turn++ % fate.length] ?? [0]) }),
		);
	}
	for (const page of pages) await page.connect();
	for (const { kind, who, target } of of.acts) {
		counts.acts++;
		const page = pages[target % pages.length] as Talk;
		if (kind === "cut") page.disconnect();
		else if (kind === "back") {
			counts.reconnects++;
			page.disconnect();
			await page.connect();
		} else await perform(kind, members, who, target, id);
	}
	for (const page of pages) {
		// Whatever was lost last, the next reconnect brings it.
		page.disconnect();
		await page.connect();
		const fresh = await page.fresh();
		const isLeft = page.isOver() && fresh.talk.conversation !== null;
		// A page that says that there is nothing stays so until it is opened again.
		const isSo = () => isLeft || isDeepStrictEqual(page.held(), fresh);
		await page.settled(isSo).catch(() => expect(page.held()).toEqual(fresh));
		if (page.isOver()) counts.gone++;
		page.close();
	}
	counts.histories++;
}

function counted(fate: readonly number[]): readonly number[] {
	counts.events++;
	if (fate.length === 0) counts.lost++;
	if (fate.length > 1) counts.doubled++;
	return fate;
}

/** Something that somebody does, perhaps without the right to. */
async function perform(kind: string, members: readonly Member[], who: number, target: number, id: string) {
	const asker = members[who] as Member;
	const { handle } = members[target % members.length] as Member;
	const write = (by: Member) =>
		by.ask(posts.write, { threadId: id, clientId: randomUUID(), body: `${who}, ${counts.acts}` });
	const own = async () => {
		const { data } = await asker.ask(`query ($id: ID!) { thread(id: $id) { posts(first: 50) { id } } }`, {
			id,
		});
		const all: { id: string }[] = data?.thread?.posts ?? [];
		return all[target % (all.length || 1)]?.id ?? "0";
	};
	const doing: Record<string, () => Promise<unknown>> = {
		post: () => write(asker),
		burst: () => Promise.all(members.map(write)),
		edit: async () => asker.ask(posts.edit, { id: await own(), body: `Edited ${counts.acts}` }),
		delete: async () => asker.ask(posts.delete, { id: await own() }),
		read: () =>
			asker.ask("mutation ($id: ID!, $upTo: Int!) { markRead(threadId: $id, upTo: $upTo) { id } }", {
				...{ id, upTo: target },
			}),
		accept: () => asker.ask(documents.accept, { id }),
		decline: () => asker.ask(documents.decline, { id }),
		leave: () => asker.ask(documents.leave, { id }),
		remove: () => (members[0] as Member).ask(documents.remove, { id, handle }),
		add: () => asker.ask(documents.add, { id, handles: [handle] }),
		name: () => asker.ask(documents.name, { id, name: `Name ${target}` }),
		block: () => asker.ask(documents.block, { handle }),
		unblock: () => asker.ask(documents.unblock, { handle }),
		/** Everything at once: commits come in any order. */
		rush: () =>
			Promise.all([
				...members.map(write),
				asker.ask(documents.accept, { id }),
				asker.ask(documents.add, { id, handles: [handle] }),
				(members[0] as Member).ask(documents.name, { id, name: `Rushed ${target}` }),
				(members[0] as Member).ask(documents.remove, { id, handle }),
			]),
	};
	const answer = (await doing[kind]?.()) as { issues?: { code: string }[] } | undefined;
	if (answer?.issues?.length) counts.refused++;
	expect(answer?.issues?.map(({ code }) => code) ?? []).not.toContain("internal");
}

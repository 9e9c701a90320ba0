import { randomUUID } from "node:crypto";
import { reactionKinds } from "@interurban/contract/vocabulary";
import {
	CloseThread,
	DeletePost,
	EditPost,
	MarkSolution,
	ReactToPost,
	SummariseThread,
	WritePost,
} from "@interurban/web/generated/operations";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Asker, useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makeTopics } from "../kit/factories.ts";
import { openReader, type Reader, runAs } from "../kit/reader.ts";

/** Histories to try; `HISTORIES=20000` for a long run. */
const histories = Number(process.env.HISTORIES ?? (process.env.CI ? 2000 : 200));

const { db } = await useDatabase();
const app = await useApp(db);
const members: Asker[] = [];
const counts = { histories: 0, acts: 0, events: 0, lost: 0, doubled: 0, fetches: 0, reconnects: 0 };

beforeAll(async () => {
	await makeTopics(db, "waste");
	for (const role of ["member", "member", "moderator"] as const)
		members.push(await app.asMember(await makePerson(db, { role })));
});
afterAll(() => {
	console.log(`parity: ${JSON.stringify(counts)}`);
});

/** Something that a member does, or that happens to a reader's connection. */
const act = fc.record({
	kind: fc.constantFrom(
		...(["post", "post", "reply", "edit", "delete", "retry", "burst", "cut", "back"] as const),
		...(["react", "react", "solve", "close", "summarise"] as const),
	),
	who: fc.nat(2),
	target: fc.nat(30),
});
/** What becomes of one event after another: lost, delivered late, delivered twice. */
const fates = fc.array(fc.constantFrom<readonly number[]>([0], [0], [0], [], [0, 2], [4], [8, 0], [1]), {
	minLength: 1,
	maxLength: 12,
});
const history = fc.record({
	before: fc.nat(6),
	acts: fc.array(act, { minLength: 3, maxLength: 14 }),
	fates: fc.array(fates, { minLength: 3, maxLength: 3 }),
	/** Posts on the page of the second reader, who may not see the end of the thread. */
	page: fc.integer({ min: 1, max: 5 }),
});

test(
	"after any history, what a page holds after events is what it would fetch",
	async () => {
		const some = fc.tuple(history, history, history, history);
		const playAll = fc.asyncProperty(some, async (all) => void (await Promise.all(all.map(play))));
		const numRuns = Math.ceil(histories / 4);
		// Where the machine is slow, fewer are tried.
		await fc.assert(playAll, {
			numRuns,
			endOnFailure: true,
			plugins: [fc.interruptAfterTimeLimit(300 * histories)],
		});
	},
	600_000 + 600 * histories,
);

async function play(of: typeof history extends fc.Arbitrary<infer Of> ? Of : never): Promise<void> {
	const thread = await new Thread().open(of.before);
	const readers = await Promise.all([
		reader(thread.id, app.visitor, of.fates[0] ?? []),
		reader(thread.id, members[0] ?? app.visitor, of.fates[1] ?? [], { first: of.page }),
		reader(thread.id, members[2] ?? app.visitor, of.fates[2] ?? [], { after: Math.min(2, of.before) }),
	]);
	for (const { kind, who, target } of of.acts) {
		counts.acts++;
		const reader = readers[target % readers.length] as Reader;
		if (kind === "cut") reader.disconnect();
		else if (kind === "back") {
			counts.reconnects++;
			reader.disconnect();
			await reader.connect();
		} else await thread.act(kind, who, target, readers);
	}
	// Whatever was lost last, the next reconnect brings it.
	const version = await thread.version();
	for (const reader of readers) {
		reader.disconnect();
		await reader.connect();
		await reader.settled(version);
		expect(reader.state()).toEqual(await reader.fresh());
		counts.fetches += reader.fetches();
		reader.disconnect();
	}
	counts.histories++;
}

async function reader(threadId: string, asker: Asker, fates: readonly (readonly number[])[], more = {}) {
	let next = 0;
	const made = await openReader(app, asker, {
		...{ threadId, ...more },
		fate: () => {
			const fate = fates[next++ % fates.length] ?? [0];
			counts.events++;
			if (fate.length === 0) counts.lost++;
			if (fate.length > 1) counts.doubled++;
			return fate;
		},
	});
	await made.connect();
	return made;
}

class Thread {
	id = "";
	posts: {
		id: string;
		author: number;
		sent: { clientId: string; body: string; replyToId: string | null };
	}[] = [];

	async open(before: number): Promise<Thread> {
		const { startThread } = await (members[0] as Asker).get(
			`mutation ($clientId: ID!) { startThread(topicId: "waste", title: "T", body: "First", clientId: $clientId) { id posts { id } } }`,
			{ clientId: randomUUID() },
		);
		this.id = startThread.id;
		const sent = { clientId: randomUUID(), body: "First", replyToId: null };
		this.posts.push({ id: startThread.posts[0].id, author: 0, sent });
		for (let n = 0; n < before; n++) await this.write(n % 3, []);
		return this;
	}

	async version(): Promise<number> {
		const { thread } = await app.visitor.get(`query ($id: ID!) { thread(id: $id) { version } }`, {
			id: this.id,
		});
		return thread.version;
	}

	async act(kind: string, who: number, target: number, readers: readonly Reader[]): Promise<void> {
		const post = this.posts[target % this.posts.length];
		if (!post) return;
		const own = readers[1] as Reader;
		if (kind === "post") await this.write(who, readers);
		if (kind === "reply") await this.write(who, readers, post.id);
		if (kind === "burst") await Promise.all([0, 1, 2].map((one) => this.write(one, readers)));
		if (kind === "retry") {
			// The first post was not sent by itself: what repeats it is new, and may be refused.
			const mayFail = post === this.posts[0];
			await Promise.all(
				[1, 2].map(() =>
					this.send(post.author, post.sent).catch((error) => mayFail || Promise.reject(error)),
				),
			);
		}
		if (kind === "react") await this.react(who, target, readers);
		if (kind === "solve")
			await this.asAsker(who, readers, MarkSolution, { id: post.id, solves: target % 3 > 0 });
		if (kind === "close")
			await this.asAsker(who, readers, CloseThread, { id: this.id, closed: target % 3 > 1 });
		if (kind === "summarise") {
			const summary = target % 4 ? `Said ${counts.acts}` : "";
			await this.asAsker(who, readers, SummariseThread, { id: this.id, summary });
		}
		if (kind === "edit" || kind === "delete") {
			const run = post.author === 0 ? own.run : null;
			const variables = { id: post.id, body: `Edited ${target} ${counts.acts}` };
			const operation = kind === "edit" ? EditPost : DeletePost;
			// What the first member does, they do on the page that the second reader is.
			if (run) {
				const data = await run(operation as typeof EditPost, variables).catch(() => null);
				if (data) own.changed(Object.values(data)[0] as never);
			} else await this.mutate(post.author, operation, variables);
		}
	}

	async write(who: number, readers: readonly Reader[], replyToId: string | null = null): Promise<void> {
		const sent = { clientId: randomUUID(), body: `By ${who}, ${counts.acts}`, replyToId };
		// Where it is closed nobody posts.
		const post = await this.send(who, sent).catch(() => null);
		if (!post) return;
		this.posts.push({ id: post.id, author: who, sent });
		if (who === 0) (readers[1] as Reader | undefined)?.answered(post);
	}

	async send(who: number, sent: { clientId: string; body: string; replyToId: string | null }) {
		const run = runAs(members[who] as Asker);
		return (await run(WritePost, { threadId: this.id, ...sent })).writePost;
	}

	/** Of three members, only the author of a post may not praise it; the first one's pages hear of it in two ways. */
	async react(who: number, target: number, readers: readonly Reader[]): Promise<void> {
		const post = this.posts[target % this.posts.length];
		const kind = reactionKinds[target % 2] as (typeof reactionKinds)[number];
		const variables = { id: post?.id ?? "", kind, given: target % 3 > 0 };
		const run = runAs(members[who] as Asker);
		const data = await run(ReactToPost, variables).catch(() => null);
		if (data && who === 0) (readers[1] as Reader).answered(data.reactToPost);
	}

	/** What only the one who opened the thread, or a moderator, may do. */
	async asAsker(
		who: number,
		readers: readonly Reader[],
		operation: unknown,
		variables: object,
	): Promise<void> {
		const run = runAs(members[who === 2 ? 2 : 0] as Asker);
		const data = await run(operation as typeof CloseThread, variables as never).catch(() => null);
		if (!data || who === 2) return;
		const own = readers[1] as Reader;
		const answer = Object.values(data)[0] as never;
		if (operation === MarkSolution) own.changed(answer);
		else own.sync.reached((answer as { version: number }).version);
	}

	async mutate(who: number, operation: unknown, variables: object): Promise<void> {
		await runAs(members[who] as Asker)(operation as typeof EditPost, variables as never).catch(() => null);
	}
}

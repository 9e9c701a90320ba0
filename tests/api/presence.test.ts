import { participants } from "@interurban/db/schema/conversations";
import { posts, threads } from "@interurban/db/schema/threads";
import { expect, test } from "vitest";
import { type Asker, useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson } from "../kit/factories.ts";

const { db } = await useDatabase();
const app = await useApp(db);
const hour = 3_600_000;
const day = 24 * hour;

/** A conversation in which one asks and the other replies after some hours, again and again, until some days ago. */
async function converse(
	one: number,
	other: number,
	hours: readonly number[],
	options = { daysAgo: 10, private: true },
) {
	const open = options.private ? { private: true } : { title: "Open" };
	const [thread] = await db.insert(threads).values(open).returning();
	const threadId = thread?.id ?? 0;
	if (options.private)
		await db
			.insert(participants)
			.values([one, other].map((personId) => ({ threadId, personId, state: "joined" as const })));
	let at = Date.now() - options.daysAgo * day;
	let number = 0;
	const write = async (authorId: number) => {
		number += 1;
		const version = number;
		const sent = { clientId: crypto.randomUUID(), sentHash: "", body: "Text", language: "en" };
		await db.insert(posts).values({ threadId, number, version, authorId, ...sent, createdAt: new Date(at) });
	};
	for (const pause of hours) {
		await write(one);
		at += 60_000;
		await write(one);
		at += pause * hour - 60_000;
		await write(other);
		at += 60_000;
	}
}

const replies = async (asker: Asker, handle: string) =>
	(await asker.get(`query ($handle: String!) { person(handle: $handle) { usuallyReplies } }`, { handle }))
		.person.usuallyReplies;

test("members see how soon somebody usually replies, coarsely, where they show it; visitors never", async () => {
	const [one, other] = [await makePerson(db), await makePerson(db, { showPresence: true })];
	const asker = await app.asMember(one);
	await converse(one.id, other.id, [1, 2, 30, 30, 40]);
	expect(await replies(asker, other.handle)).toBe("two_days");
	expect(await replies(app.visitor, other.handle)).toBeNull();
	const own = await app.asMember(other);
	await own.get(`mutation { changeHabits(showPresence: false) { showPresence } }`);
	expect(await replies(asker, other.handle)).toBeNull();
	const { viewer } = await own.get(`{ viewer { showPresence showTyping useKeys } }`);
	expect(viewer, "what was left out stays").toEqual({ showPresence: false, showTyping: true, useKeys: true });
});

test("nothing is said from few replies, long ago, or in public", async () => {
	const one = await makePerson(db);
	const asker = await app.asMember(one);
	const other = () => makePerson(db, { showPresence: true });
	const [few, before, open] = [await other(), await other(), await other()];
	await converse(one.id, few.id, [1, 1, 1, 1]);
	await converse(one.id, before.id, [1, 1, 1, 1, 1], { daysAgo: 100, private: true });
	await converse(one.id, open.id, [1, 1, 1, 1, 1], { daysAgo: 10, private: false });
	for (const { handle } of [few, before, open]) expect(await replies(asker, handle)).toBeNull();
});

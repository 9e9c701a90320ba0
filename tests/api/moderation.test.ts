import { auditEvents } from "@interurban/db/schema/people";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makeTopics } from "../kit/factories.ts";
import { acquaint } from "../kit/messages.ts";
import { documents, openThread, post } from "../kit/threads.ts";

const { db } = await useDatabase();
const { asMember, visitor } = await useApp(db);
await makeTopics(db, "waste");

async function member(values: Parameters<typeof makePerson>[1] = {}) {
	const person = await makePerson(db, values);
	return Object.assign(await asMember(person), { handle: person.handle });
}

const report = `mutation ($id: ID!, $details: String) { reportPost(postId: $id, reason: harassment, details: $details) }`;
const reports = `query ($closed: Boolean) {
	reports(closed: $closed) {
		items {
			id reason details note closedAt viewerCanSuspend authorSuspended
			reporter { handle } author { handle } post { id }
			posts { number html reported author { handle } }
		}
	}
	viewer { openReports }
}`;
const waiting = sql`select pid from pg_stat_activity
	where datname = current_database() and wait_event_type = 'Lock'`;
const codes = ({ issues }: { issues: { code: string }[] }) => issues.map(({ code }) => code);
const moderator = await member({ role: "moderator" });

test("a reported message reaches moderators with up to ten before it and nothing else of the conversation", async () => {
	const [anna, pest] = [await member(), await member()];
	const id = await acquaint(anna, pest, pest.handle);
	for (let n = 2; n <= 12; n++) await post(n % 2 ? anna : pest, id, `Message ${n}`);
	const bad = await post(pest, id, "Something bad");
	await post(anna, id, "Said afterwards");
	await anna.get(report, { id: bad.id, details: "Please look." });
	await anna.get(report, { id: bad.id, details: "Again." });
	const { reports: found } = await moderator.get(reports);
	expect(found.items).toMatchObject([
		{
			details: "Please look.",
			author: { handle: pest.handle },
			reporter: { handle: anna.handle },
			post: null,
		},
	]);
	const { posts } = found.items[0];
	expect(posts.map(({ number }: { number: number }) => number)).toEqual([
		3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,
	]);
	expect(posts.at(-1)).toMatchObject({ html: expect.stringContaining("Something bad"), reported: true });
	expect(JSON.stringify(found)).not.toMatch(/Said afterwards|Message 2"/);
	expect(
		(await moderator.ask(`{ conversation(id: "${id}") { id } thread(id: "${id}") { id } }`)).data,
	).toEqual({
		conversation: null,
		thread: null,
	});
	const removal = `mutation { deletePost(id: "${bad.id}") { id } }`;
	expect(codes(await moderator.ask(removal))).toEqual(["not_found"]);
});

test("what is reported of the public stays reachable, and a deletion afterwards takes nothing from the report", async () => {
	const [anna, pest] = [await member(), await member()];
	const thread = await openThread(anna);
	const bad = await post(pest, thread, "Buy my things");
	await anna.get(report, { id: bad.id });
	await pest.get(`mutation { deletePost(id: "${bad.id}") { id } }`);
	const [found] = (await moderator.get(reports)).reports.items;
	expect(found.post).toEqual({ id: bad.id });
	expect(found.posts.at(-1).html).toContain("Buy my things");
});

test("reports are closed once with a note, and each act is in the audit log without any text", async () => {
	const [anna, pest] = [await member(), await member()];
	const bad = await post(pest, await openThread(anna), "Bad");
	await anna.get(report, { id: bad.id });
	const before = await moderator.get(reports);
	const [{ id }] = before.reports.items;
	const close = "mutation ($id: ID!, $note: String!) { closeReport(id: $id, note: $note) { note closedAt } }";
	expect(codes(await moderator.ask(close, { id, note: " " }))).toEqual(["required"]);
	expect((await moderator.get(close, { id, note: "Talked to them." })).closeReport.note).toBe(
		"Talked to them.",
	);
	expect((await moderator.get(close, { id, note: "Another" })).closeReport.note).toBe("Talked to them.");
	expect((await moderator.get(reports)).viewer.openReports).toBe(before.viewer.openReports - 1);
	expect((await moderator.get(reports, { closed: true })).reports.items[0].id).toBe(id);
	await anna.get(report, { id: bad.id });
	const acts = (await db.select().from(auditEvents)).filter(({ action }) => action.startsWith("report."));
	expect(acts.filter(({ subject }) => subject === `report:${id}`).map(({ action }) => action)).toEqual([
		"report.made",
		"report.closed",
	]);
	expect(JSON.stringify(acts)).not.toMatch(/Talked|Bad/);
});

test("a public post is removed with the report that is closed; nothing of a conversation ever is", async () => {
	const [anna, pest] = [await member(), await member()];
	const close = `mutation ($id: ID!) { closeReport(id: $id, note: "Spam", removePost: true) { closedAt post { deleted } } }`;
	const latest = async () => (await moderator.get(reports)).reports.items[0].id;
	const bad = await post(pest, await openThread(anna), "Buy my things");
	await anna.get(report, { id: bad.id });
	const id = await latest();
	expect(codes(await anna.ask(close, { id }))).toEqual(["forbidden"]);
	expect((await moderator.get(close, { id })).closeReport.post).toEqual({ deleted: true });
	const acts = (await db.select().from(auditEvents)).filter(({ subject }) =>
		[`report:${id}`, `post:${bad.id}`].includes(subject ?? ""),
	);
	expect(acts.map(({ action }) => action)).toEqual(["report.made", "report.closed", "post.removed"]);

	const secret = await post(pest, await acquaint(anna, pest, pest.handle), "Buy more");
	await anna.get(report, { id: secret.id });
	expect(codes(await moderator.ask(close, { id: await latest() }))).toEqual(["not_found"]);
	expect((await moderator.get(reports)).reports.items[0]).toMatchObject({ closedAt: null });
});

const decide = `mutation ($id: ID!, $note: String!, $removePost: Boolean) {
	closeReport(id: $id, note: $note, removePost: $removePost) { note closedAt post { deleted } }
}`;

test("a report is closed as well when what it is about has been deleted meanwhile", async () => {
	const [anna, pest] = [await member(), await member()];
	const bad = await post(pest, await openThread(anna), "Buy my things");
	await anna.get(report, { id: bad.id });
	const [{ id }] = (await moderator.get(reports)).reports.items;
	await pest.get(documents.delete, { id: bad.id });
	expect((await moderator.get(decide, { id, note: "Spam", removePost: true })).closeReport).toEqual({
		...{ note: "Spam", closedAt: expect.any(String), post: { deleted: true } },
	});
});

test("of two moderators who decide at once the first one's word holds, and no post goes that they left", async () => {
	const [anna, pest, other] = [await member(), await member(), await member({ role: "moderator" })];
	const threadId = await openThread(anna);
	const bad = await post(pest, threadId, "Buy my things");
	await anna.get(report, { id: bad.id });
	const [{ id }] = (await moderator.get(reports)).reports.items;
	const removal = await db.transaction(async (tx) => {
		await tx.execute(sql`select from threads where id = ${threadId} for update`);
		const sent = other.ask(decide, { id, note: "Spam", removePost: true });
		await expect.poll(() => db.execute(waiting), { timeout: 20_000 }).toHaveLength(1);
		await moderator.get(decide, { id, note: "It is fine." });
		return { sent };
	});
	expect((await removal.sent).data.closeReport).toMatchObject({
		note: "It is fine.",
		post: { deleted: false },
	});
});

test("what one may not see cannot be reported, nor what is one's own or deleted", async () => {
	const [anna, olena, nosy] = [await member(), await member(), await member()];
	const id = await acquaint(anna, olena, olena.handle);
	const secret = await post(anna, id, "Secret");
	expect(codes(await nosy.ask(report, { id: secret.id }))).toEqual(["not_found"]);
	expect(codes(await nosy.ask(report, { id: "999999" }))).toEqual(["not_found"]);
	expect(codes(await visitor.ask(report, { id: secret.id }))).toEqual(["auth.required"]);
	expect(codes(await anna.ask(report, { id: secret.id }))).toEqual(["forbidden"]);
	expect(codes(await olena.ask(report, { id: secret.id, details: "x".repeat(2001) }))).toEqual(["too_long"]);
	await anna.get(`mutation { deletePost(id: "${secret.id}") { id } }`);
	expect(codes(await olena.ask(report, { id: secret.id }))).toEqual(["posts.deleted"]);
});

test("members see no reports and close none", async () => {
	const anna = await member();
	const { reports: none, viewer } = await anna.get(reports);
	expect([none.items, viewer.openReports]).toEqual([[], 0]);
	expect(codes(await anna.ask('mutation { closeReport(id: "1", note: "x") { id } }'))).toEqual(["forbidden"]);
});

test("who is suspended is out at once and may be let in again; moderators do not judge each other", async () => {
	const [pest, other, admin] = [
		await member(),
		await member({ role: "moderator" }),
		await member({ role: "admin" }),
	];
	const suspend = (handle: string) => `mutation { suspendPerson(handle: "${handle}") }`;
	expect(codes(await moderator.ask(suspend(other.handle)))).toEqual(["forbidden"]);
	expect(codes(await moderator.ask(suspend(moderator.handle)))).toEqual(["forbidden"]);
	await moderator.get(suspend(pest.handle));
	expect((await pest.get("{ viewer { id } }")).viewer).toBeNull();
	expect((await visitor.get(`{ person(handle: "${pest.handle}") { id } }`)).person).toBeNull();
	await moderator.get(`mutation { readmitPerson(handle: "${pest.handle}") }`);
	expect((await visitor.get(`{ person(handle: "${pest.handle}") { id } }`)).person).not.toBeNull();
	await admin.get(suspend(other.handle));
	expect((await other.get("{ viewer { id } }")).viewer).toBeNull();
});

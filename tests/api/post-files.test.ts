import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tidyFiles } from "@interurban/api/files/files.job";
import { makeFileStore } from "@interurban/api/files/files.store";
import { participants } from "@interurban/db/schema/conversations";
import { files } from "@interurban/db/schema/files";
import { threads } from "@interurban/db/schema/threads";
import { eq, sql } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { type Asker, useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makeTopics } from "../kit/factories.ts";
import { documents, openThread, post } from "../kit/threads.ts";

// Pictures take as long as the machine lets them.

const { db } = await useDatabase();
const dataDir = await mkdtemp(join(tmpdir(), "files-"));
afterAll(() => rm(dataDir, { recursive: true, force: true }));
const store = makeFileStore(join(dataDir, "files"));
const { origin, visitor, asMember } = await useApp(db, { dataDir });
await makeTopics(db, "waste");
const author = await makePerson(db);
const member = await asMember(author);
const peer = await makePerson(db);
const other = await asMember(peer);

async function upload(asker: Asker): Promise<string> {
	const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: "teal" } })
		.png()
		.toBuffer();
	const body = new FormData();
	body.append("file", new Blob([bytes as BlobPart]), "map.png");
	const response = await fetch(`${origin}/files`, {
		method: "POST",
		headers: { origin, cookie: asker.cookie ?? "" },
		body,
	});
	return (await response.json()).id;
}

const download = async (asker: Asker, id: string) => {
	const response = await fetch(`${origin}/files/${id}`, { headers: { cookie: asker.cookie ?? "" } });
	await response.arrayBuffer();
	return { status: response.status, caching: response.headers.get("cache-control") };
};

/** A week later. */
async function tidy(): Promise<void> {
	await db.update(files).set({ createdAt: sql`now() - interval '8 days'` });
	await tidyFiles(db, store);
}

test("a picture in a discussion is for everybody once the post is there, and for nobody once it is deleted", async () => {
	const id = await upload(member);
	expect((await download(other, id)).status).toBe(404);
	const thread = await openThread(member);
	const written = await post(member, thread, `Look:\n\n![The **plan**](/files/${id}#40x30)`);
	expect(written.html).toContain(`<img src="/files/${id}" alt="The plan" width="40" height="30"`);
	expect(await download(visitor, id)).toEqual({ status: 200, caching: "public, max-age=300" });
	await tidy();
	expect((await download(visitor, id)).status).toBe(200);

	// What a post said before an edit can still be looked at.
	await member.get(documents.edit, { id: written.id, body: "Without it." });
	await tidy();
	expect((await download(visitor, id)).status).toBe(200);

	await member.get(documents.delete, { id: written.id });
	expect((await download(visitor, id)).status).toBe(404);
	expect((await download(other, id)).status).toBe(404);
	await tidy();
	expect((await download(member, id)).status).toBe(404);
});

test("nobody opens another person's file by naming it", async () => {
	const id = await upload(member);
	const thread = await openThread(other);
	await post(other, thread, `![x](/files/${id})`);
	expect((await download(visitor, id)).status).toBe(404);
	expect((await download(other, id)).status).toBe(404);
	expect((await download(member, id)).status).toBe(200);
});

test("a file in a conversation is for those who take part, staff excluded, and only while they do", async () => {
	const [conversation] = await db.insert(threads).values({ private: true, language: "en" }).returning();
	const threadId = conversation?.id ?? 0;
	await db.insert(participants).values([
		{ threadId, personId: author.id, state: "joined" },
		{ threadId, personId: peer.id, state: "joined" },
	]);
	const id = await upload(member);
	await post(member, String(threadId), `![x](/files/${id})`);
	const moderator = await asMember(await makePerson(db, { role: "moderator" }));
	const admin = await asMember(await makePerson(db, { role: "admin" }));
	expect(await download(other, id)).toEqual({ status: 200, caching: "private, max-age=0, no-store" });
	for (const asker of [visitor, moderator, admin]) expect((await download(asker, id)).status).toBe(404);
	await db.update(participants).set({ state: "left" }).where(eq(participants.personId, peer.id));
	expect((await download(other, id)).status).toBe(404);
});

test("what was uploaded and never sent is removed after a week", async () => {
	const id = await upload(member);
	await tidyFiles(db, store);
	expect((await download(member, id)).status).toBe(200);
	await tidy();
	expect((await download(member, id)).status).toBe(404);
});

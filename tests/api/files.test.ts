import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import { tidyFiles } from "@interurban/api/files/files.job";
import { makeFileStore } from "@interurban/api/files/files.store";
import { makeLimiter } from "@interurban/api/limiter";
import { files } from "@interurban/db/schema/files";
import { drafts } from "@interurban/db/schema/people";
import { practiceFiles } from "@interurban/db/schema/practice-parts";
import { practices } from "@interurban/db/schema/practices";
import { eq, sql } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, describe, expect, test } from "vitest";
import { type Asker, useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makePractice } from "../kit/factories.ts";

// Pictures take as long as the machine lets them.

const { db } = await useDatabase();
const dataDir = await mkdtemp(join(tmpdir(), "files-"));
afterAll(() => rm(dataDir, { recursive: true, force: true }));
const store = makeFileStore(join(dataDir, "files"));
const app = await useApp(db, { dataDir });
const owner = await makePerson(db);
const member = await app.asMember(owner);
const other = await app.asMember(await makePerson(db));

/** Uploads as a browser on one of our pages does. */
async function upload(
	asker: Asker,
	bytes: Buffer | string,
	options: { name?: string; origin?: string; on?: typeof app } = {},
) {
	const { origin = app.origin, on = app, name = "file" } = options;
	const body = new FormData();
	body.append("file", new Blob([bytes as BlobPart]), name);
	const response = await fetch(`${on.origin}/files`, {
		method: "POST",
		headers: { origin: on === app ? origin : on.origin, cookie: asker.cookie ?? "" },
		body,
	});
	const answer = await response.json();
	return { status: response.status, answer, codes: answer.issues?.map(({ code }: { code: string }) => code) };
}

const download = (asker: Asker, id: string) =>
	fetch(`${app.origin}/files/${id}`, { headers: { cookie: asker.cookie ?? "" } });

const picture = (width: number, height: number) =>
	sharp({ create: { width, height, channels: 3, background: "teal" } });

/** A square PNG of one bit a pixel: small to send, large to unpack. */
function whitePng(side: number): Buffer {
	const chunk = (type: string, data: Buffer) => {
		const named = Buffer.concat([Buffer.from(type), data]);
		const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
		length.writeUInt32BE(data.length);
		sum.writeUInt32BE(crc32(named));
		return Buffer.concat([length, named, sum]);
	};
	const header = Buffer.alloc(13);
	header.writeUInt32BE(side, 0);
	header.writeUInt32BE(side, 4);
	header[8] = 1; // bit
	const rows = deflateSync(Buffer.alloc(side * (1 + side / 8)));
	return Buffer.concat([
		Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
		chunk("IHDR", header),
		chunk("IDAT", rows),
		chunk("IEND", Buffer.alloc(0)),
	]);
}

const pdf = Buffer.from("%PDF-1.7\n%%EOF\n");

/** A practice that has a file of the owner's. */
async function attach(fileId: string, values: Parameters<typeof makePractice>[1] = {}) {
	const practice = await makePractice(db, { authorId: owner.id, ...values });
	await db.insert(practiceFiles).values({
		practiceId: practice.id,
		position: 0,
		fileId,
		description: "A map",
		licence: "CC-BY-4.0",
	});
	return practice;
}

describe("what is uploaded", () => {
	test("a picture loses its place and becomes an upright WebP", async () => {
		const photo = await picture(600, 300)
			.jpeg()
			.withExif({ IFD0: { Make: "Camera" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "50/1 46/1 0/1" } })
			.withMetadata({ orientation: 6 })
			.toBuffer();
		expect((await sharp(photo).metadata()).exif).toBeDefined();

		const { status, answer } = await upload(member, photo, { name: "Rathaus Łódź.jpeg" });
		expect(status).toBe(201);
		expect(answer).toMatchObject({
			name: "Rathaus Łódź.webp",
			mediaType: "image/webp",
			width: 300,
			height: 600,
		});
		const bytes = Buffer.from(await (await download(member, answer.id)).arrayBuffer());
		const { format, exif, xmp, iptc, icc, orientation } = await sharp(bytes).metadata();
		expect({ format, exif, xmp, iptc, icc, orientation }).toEqual({ format: "webp" });
		expect(bytes.length).toBe(answer.size);
	});

	test("a wide picture is made smaller", async () => {
		const { answer } = await upload(member, await picture(2500, 100).png().toBuffer());
		expect(answer).toMatchObject({ width: 2000, height: 80 });
	});

	test("a picture of 16,000 × 16,000 pixels is refused while others are served", async () => {
		const bomb = whitePng(16_000);
		expect((await sharp(bomb).metadata()).width).toBe(16_000);
		const [refused, health] = await Promise.all([upload(member, bomb), fetch(`${app.origin}/health/live`)]);
		expect(refused.codes).toEqual(["files.too_many_pixels"]);
		expect(health.status).toBe(200);
	});

	test("a document stays as it is, under a name that says what it is", async () => {
		const { answer } = await upload(member, pdf, { name: "C:\\tmp\\invoice\u202efdp.exe" });
		expect(answer).toMatchObject({ name: "invoicefdp.pdf", mediaType: "application/pdf", width: null });
		expect(await (await download(member, answer.id)).text()).toBe(pdf.toString());
	});

	test.each([
		[
			"an SVG",
			'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
			"files.unsupported",
		],
		["HTML that calls itself a picture", "<!doctype html><script>alert(1)</script>", "files.unsupported"],
		["an empty file", "", "files.damaged"],
		["half a picture", "\x89PNG\r\n\x1a\nno", "files.damaged"],
		["an archive that is no document", "PK\x03\x04and so on", "files.unsupported"],
	])("%s is refused", async (_, bytes, code) => {
		const { status, codes } = await upload(member, Buffer.from(bytes, "latin1"), { name: "a.png" });
		expect(codes).toEqual([code]);
		expect(status).toBeGreaterThanOrEqual(400);
		expect(status).toBeLessThan(500);
	});

	test("more than 10 MB are refused, and nothing of it stays", async () => {
		const before = await count();
		const { status, answer } = await upload(member, Buffer.concat([pdf, Buffer.alloc(11_000_000)]));
		expect(status).toBe(413);
		expect(answer.issues).toEqual([{ code: "files.too_large", field: "file", args: { max: 10 } }]);
		expect(await count()).toEqual(before);
	});

	test("a form without a file, or with something else, is refused", async () => {
		for (const [type, body] of [
			["application/json", "{}"],
			["multipart/form-data; boundary=x", "--x--\r\n"],
			["multipart/form-data", "nothing"],
		] as const) {
			const response = await fetch(`${app.origin}/files`, {
				method: "POST",
				headers: { "content-type": type, cookie: member.cookie ?? "", origin: app.origin },
				body,
			});
			expect(response.status, type).toBeGreaterThanOrEqual(400);
			expect(response.status, type).toBeLessThan(500);
		}
	});
});

async function count() {
	const [row] = await db.select({ rows: sql<number>`count(*)::int` }).from(files);
	const stored = await readdir(join(dataDir, "files"), { recursive: true });
	return { rows: row?.rows, stored: stored.filter((name) => name.length > 10).length };
}

describe("who may upload", () => {
	test("visitors and other sites may not", async () => {
		expect(await upload(app.visitor, pdf)).toMatchObject({ status: 401, codes: ["auth.required"] });
		expect(await upload(member, pdf, { origin: "https://elsewhere.example" })).toMatchObject({
			status: 403,
			codes: ["forbidden"],
		});
	});

	test("a person has 200 MB, also when uploads arrive at the same time", async () => {
		const collector = await makePerson(db);
		const asker = await app.asMember(collector);
		await db.insert(files).values({
			ownerId: collector.id,
			name: "all.pdf",
			mediaType: "application/pdf",
			size: 200_000_000 - pdf.length,
		});
		const answers = await Promise.all([upload(asker, pdf), upload(asker, pdf), upload(asker, pdf)]);
		expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
		expect(answers.flatMap(({ codes }) => codes ?? [])).toEqual(Array(2).fill("files.quota_exceeded"));
	});

	test("too many uploads in a short time are refused", async () => {
		const strict = await useApp(db, { dataDir, limiter: makeLimiter(1 / 30) });
		expect((await upload(member, pdf, { on: strict })).status).toBe(201);
		expect(await upload(member, pdf, { on: strict })).toMatchObject({
			status: 429,
			codes: ["rate_limited"],
		});
	});
});

describe("who may read a file", () => {
	test("one of no practice is missing for everybody but its owner", async () => {
		const { answer } = await upload(member, pdf);
		const missing = await download(other, randomUUID());
		for (const asker of [other, app.visitor]) {
			const response = await download(asker, answer.id);
			expect(response.status).toBe(404);
			expect(await response.text()).toBe(await (await download(asker, randomUUID())).text());
			expect(response.headers.get("cache-control")).toBe(missing.headers.get("cache-control"));
		}
		const own = await download(member, answer.id);
		expect(own.status).toBe(200);
		expect(own.headers.get("cache-control")).toContain("private");
		expect((await download(member, encodeURIComponent("../../x"))).status).toBe(404);
	});

	test("a document of a published practice is saved by everybody, and never shown", async () => {
		const { answer } = await upload(member, pdf, { name: "Übersicht 'A'.pdf" });
		await attach(answer.id);
		const { status, headers } = await download(app.visitor, answer.id);
		expect(status).toBe(200);
		expect(Object.fromEntries(headers)).toMatchObject({
			"content-type": "application/pdf",
			"content-length": String(pdf.length),
			"content-disposition":
				"attachment; filename=\"_bersicht 'A'.pdf\"; filename*=UTF-8''%C3%9Cbersicht%20%27A%27.pdf",
			"x-content-type-options": "nosniff",
			"content-security-policy": "default-src 'none'; sandbox",
			"cache-control": "public, max-age=86400, immutable",
		});
		expect(headers.get("set-cookie")).toBeNull();
	});

	test("a picture of a published practice is shown, and gone with the practice", async () => {
		const { answer } = await upload(member, await picture(40, 30).webp().toBuffer());
		const practice = await attach(answer.id);
		const shown = await download(app.visitor, answer.id);
		expect(shown.headers.get("content-disposition")).toContain("inline");
		expect(shown.headers.get("content-type")).toBe("image/webp");

		await db
			.update(practices)
			.set({ status: "withdrawn", withdrawnAt: new Date() })
			.where(eq(practices.id, practice.id));
		expect((await download(app.visitor, answer.id)).status).toBe(404);
		expect((await download(member, answer.id)).status).toBe(200);
	});

	test("a file whose bytes are lost is missing", async () => {
		const { answer } = await upload(member, pdf);
		await store.remove(answer.id);
		expect((await download(member, answer.id)).status).toBe(404);
	});
});

test("files of nobody's practice are removed after seven days, with everything that is left over", async () => {
	const id = async () => (await upload(member, pdf)).answer.id as string;
	const [published, drafted, unused, young] = [await id(), await id(), await id(), await id()];
	await attach(published);
	await db
		.insert(drafts)
		.values({ personId: owner.id, key: "practice:new:a", fields: [["input.files.0.id", drafted]] });
	const before = new Date(Date.now() - 8 * 86_400_000);
	for (const each of [published, drafted, unused])
		await db.update(files).set({ createdAt: before }).where(eq(files.id, each));
	const orphan = randomUUID();
	await store.put(orphan, pdf);
	await utimes(join(dataDir, "files", orphan.slice(0, 2), orphan), before, before);
	const unfinished = join(dataDir, "files", "unfinished", randomUUID());
	await writeFile(unfinished, "half");
	await utimes(unfinished, before, before);

	await tidyFiles(db, store);

	for (const kept of [published, drafted, young]) expect((await download(member, kept)).status).toBe(200);
	expect((await download(member, unused)).status).toBe(404);
	expect(await store.get(unused)).toBeNull();
	expect(await store.get(orphan)).toBeNull();
	expect(await readdir(join(dataDir, "files", "unfinished"))).toEqual([]);
});

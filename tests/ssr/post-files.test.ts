import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { wordsIn } from "@interurban/words/server";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makeTopics } from "../kit/factories.ts";
import { withoutScript } from "../kit/no-script.ts";
import { builtPages } from "../kit/pages.ts";
import { openThread } from "../kit/threads.ts";

const { db } = await useDatabase();
const dataDir = await mkdtemp(join(tmpdir(), "files-"));
afterAll(() => rm(dataDir, { recursive: true, force: true }));
const { app, asMember } = await useApp(db, { web: await builtPages(), dataDir });
await makeTopics(db, "waste");
const member = await asMember(await makePerson(db));
const reader = withoutScript(app, member.cookie);
const t = wordsIn("en");
const png = await sharp({ create: { width: 40, height: 30, channels: 3, background: "teal" } })
	.png()
	.toBuffer();
const picture = () => new File([png as BlobPart], "plan.png", { type: "image/png" });

test("without JavaScript a picture comes with the post, and stands behind its text", async () => {
	const thread = await openThread(member);
	const page = await reader.get(`/en/threads/${thread}`);
	const sent = await reader.submit(page, "WritePost", {
		...{ body: "Look at this:", _alternative: "The plan of the plots", _upload: picture() },
	});
	const shown = await reader.get((sent.to ?? "").split("#")[0] ?? "");
	const image = shown.document.querySelector("#post-2 img");
	expect(image?.getAttribute("alt")).toBe("The plan of the plots");
	expect((await app.inject(image?.getAttribute("src") ?? "")).statusCode).toBe(200);
});

test("its button puts the picture into the text first, to go on with", async () => {
	const thread = await openThread(member);
	const page = await reader.get(`/en/threads/${thread}`);
	const again = await reader.submit(
		page,
		"WritePost",
		{ ...{ body: "Look:", _alternative: "", _upload: picture() } },
		"upload",
	);
	expect(again.texts('textarea[name="body"]').join()).toMatch(
		/^Look: !\[plan\]\(\/files\/[0-9a-f-]+#40x30\)$/,
	);
});

test("a file that is none of the accepted kinds is refused, and the text stays", async () => {
	const thread = await openThread(member);
	const page = await reader.get(`/en/threads/${thread}`);
	const refused = await reader.submit(page, "WritePost", {
		...{ body: "Look at this:", _upload: new File(["MZ"], "virus.exe") },
	});
	expect(refused.to).toBeUndefined();
	expect(refused.html).toContain(t("errors.files.unsupported"));
	expect(refused.texts('textarea[name="body"]')).toEqual(["Look at this:"]);
});

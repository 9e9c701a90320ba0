import { threads } from "@interurban/db/schema/threads";
import { expect, test } from "vitest";
import { useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makeTopics } from "../kit/factories.ts";
import { withoutScript } from "../kit/no-script.ts";
import { builtPages } from "../kit/pages.ts";
import { openThread, post } from "../kit/threads.ts";

const { db } = await useDatabase();
const { app, asMember } = await useApp(db, { web: await builtPages(), pageLifetime: 600_000 });
await makeTopics(db, "waste");
const olena = await asMember(await makePerson(db, { name: "Olena" }));
const member = withoutScript(app, olena.cookie);
const visitor = withoutScript(app);

test("a visitor's page is kept, and what is written shows in it at once", async () => {
	const threadId = await openThread(olena);
	const path = `/en/threads/${threadId}`;
	await visitor.get(path);
	// Past the service, so that it cannot know.
	await db.update(threads).set({ title: "Changed behind its back" });
	expect((await visitor.get(path)).texts("h1")).not.toContain("Changed behind its back");
	expect((await member.get(path)).texts("h1")).toContain("Changed behind its back");
	await post(olena, threadId, "We use a tram");
	const after = await visitor.get(path);
	expect(after.texts("h1")).toContain("Changed behind its back");
	expect(after.texts("article.post .post-body")).toContain("We use a tram");
});

test("each language and each time zone has a page of its own, and no member's page is kept", async () => {
	const path = `/threads/${await openThread(olena)}`;
	expect((await member.get(`/en${path}`)).html).not.toContain("/sign-in");
	for (const language of ["en", "ar"]) {
		const page = await visitor.get(`/${language}${path}`);
		expect(page.document.documentElement.lang).toBe(language);
		expect(page.html).toContain("/sign-in");
	}
	const [tokyo, lima] = await Promise.all(
		["Asia/Tokyo", "America/Lima"].map((zone) =>
			app.inject({ url: `/en${path}`, headers: { cookie: `time-zone=${zone}` } }),
		),
	);
	expect(tokyo?.body).not.toBe(lima?.body);
});

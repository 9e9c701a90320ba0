import { expect, test } from "vitest";
import { useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makeTopics } from "../kit/factories.ts";
import { withoutScript } from "../kit/no-script.ts";
import { builtPages } from "../kit/pages.ts";
import { openThread } from "../kit/threads.ts";

const { db } = await useDatabase();
const { app, asMember } = await useApp(db, { web: await builtPages() });
await makeTopics(db, "waste");
const olena = await asMember(await makePerson(db, { name: "Olena" }));
const member = withoutScript(app, olena.cookie);
const visitor = withoutScript(app);

test("before a post is sent it shows whom it names, and asks who is meant", async () => {
	const threadId = await openThread(olena);
	const [ana, anabel] = [
		await makePerson(db, { name: "Ana Ruiz" }),
		await makePerson(db, { name: "Anabel Sol" }),
	];
	const page = await member.get(`/en/threads/${threadId}`);
	const body = `@${ana.handle}, @Anab and @xyzzy, *look*`;
	const asked = await member.submit(page, "WritePost", { body }, "preview");
	expect(asked.status).toBe(200);
	expect(asked.texts("#preview p").join(" ")).toMatch(/look.*Notifies 1 person.*Names Ana Ruiz.*@xyzzy/);
	const choices = [...asked.document.querySelectorAll('#preview input[type="radio"]')];
	expect(choices.map((choice) => choice.getAttribute("value"))).toEqual([anabel.handle, ""]);
	const sent = await member.submit(asked, "WritePost", { "_mention.Anab": anabel.handle });
	const shown = await visitor.get(sent.to?.replace(/#.*/, "") ?? "");
	const links = [...shown.document.querySelectorAll("#post-2 .post-body a")];
	expect(links.map((link) => link.textContent)).toEqual(["@Ana Ruiz", "@Anabel Sol"]);
});

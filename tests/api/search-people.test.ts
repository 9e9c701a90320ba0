import { randomUUID } from "node:crypto";
import { findDocuments } from "@interurban/api/search/search.queries";
import { expect, test } from "vitest";
import { makePerson } from "../kit/factories.ts";
import { update, usePractices } from "../kit/practices.ts";
import { documents } from "../kit/threads.ts";

const { db, asMember, asAuthor, asModerator, author, other, published, read } = await usePractices();

const find = async (text: string) =>
	(await findDocuments(db, { text, language: "en", selection: { kind: ["person"] } })).items.map(({ ref }) =>
		Number(ref),
	);

const withdraw = (id: string) => asAuthor.get("mutation ($id: ID!) { withdrawPractice(id: $id) }", { id });

test("people are found by their practices, after these and as long as these are published", async () => {
	const { id, revision, input } = await published({ title: "Zeppelins carry the mail" });
	expect(await find("zeppelins")).toEqual([author.id]);
	const all = await findDocuments(db, { text: "zeppelins", language: "en" });
	expect(all.items.map(({ kind }) => kind)).toEqual(["practice", "person"]);
	await asAuthor.get(update, { id, revision, input: { ...input, title: "Gondolas carry the mail" } });
	expect(await find("zeppelins")).toEqual([]);
	expect(await find("gondolas")).toEqual([author.id]);
	await withdraw(id);
	expect(await find("gondolas")).toEqual([]);
});

test("co-authors are found by a practice until they are none any more", async () => {
	const { id } = await published({ title: "Balloons over the harbour" });
	const change = (name: string) =>
		asAuthor.get(
			`mutation ($id: ID!, $handle: String!) { ${name}(practiceId: $id, handle: $handle) { id } }`,
			{
				...{ id, handle: other.handle },
			},
		);
	await change("addCoAuthor");
	expect(new Set(await find("balloons"))).toEqual(new Set([author.id, other.id]));
	await change("removeCoAuthor");
	expect(await find("balloons")).toEqual([author.id]);
});

test("people are found by answers that solved something, and by no others", async () => {
	const { id: practiceId, slug } = await published({ title: "A ferry for bicycles" });
	const { thread } = await read(slug, "thread { id }");
	const helper = await makePerson(db);
	const asHelper = await asMember(helper);
	const answer = async (body: string) =>
		(
			await asHelper.get(documents.write, {
				...{ threadId: thread.id, clientId: randomUUID(), body },
			})
		).writePost.id;
	const id = await answer("Chartered **trimarans** were cheaper.");
	await answer("Hydrofoils were not.");
	const mark = (solves: boolean) =>
		asModerator.get(
			"mutation ($id: ID!, $solves: Boolean!) { markSolution(id: $id, solves: $solves) { id } }",
			{
				...{ id, solves },
			},
		);
	expect(await find("trimarans")).toEqual([]);
	await mark(true);
	expect(await find("trimarans")).toEqual([helper.id]);
	expect(await find("hydrofoils")).toEqual([]);
	await asHelper.get(documents.edit, { id, body: "Chartered submersibles were cheaper." });
	expect(await find("trimarans")).toEqual([]);
	expect(await find("submersibles")).toEqual([helper.id]);
	await mark(false);
	expect(await find("submersibles")).toEqual([]);
	await mark(true);
	await withdraw(practiceId);
	expect(await find("submersibles")).toEqual([]);
});

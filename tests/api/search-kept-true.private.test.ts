import { randomUUID } from "node:crypto";
import { indexPeople } from "@interurban/api/people/people";
import { refreshStatistics } from "@interurban/api/search/search";
import { languages } from "@interurban/contract/languages";
import { people } from "@interurban/db/schema/people";
import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { useApp } from "../kit/app.ts";
import { update, usePractices } from "../kit/practices.ts";
import { documents, openThread, post } from "../kit/threads.ts";
import { search, suggest } from "./search-page.data.ts";

const { db, asAuthor, asOther, asModerator, visitor, author, other, published } = await usePractices();
const readers = await Promise.all(
	languages.map(async (language) => (await useApp(db, { language })).visitor),
);

/** Words that nothing else has; each is in one place that not everybody may read, or may not read any more. */
const hidden = {
	"a draft": "qudraxilo",
	"a practice that was withdrawn": "wopzertum",
	"its claim": "jykfandig",
	"its translation": "phlormvex",
	"its organisation": "grizzquon",
	"what a practice said before it was changed": "vlunkrade",
	"the name of somebody suspended": "Xerxumbor",
	"what somebody suspended wrote about themselves": "kwimpfath",
	"an e-mail address": "bjozzlenk",
	"a telephone number": "00495550199",
	"whom to ask about a practice": "tchwergul",
	"a post that was deleted": "znaffidop",
	"a post as it was before it was changed": "ulgrembix",
	"a discussion of a practice that was withdrawn": "oshkvandy",
};
/** The same for everybody to read: what is asked here would find it. */
const open = "hyppotrell";

const translate = `mutation ($id: ID!, $title: String!, $claim: String!) {
	translatePractice(id: $id, language: "de", title: $title, claim: $claim) { id }
}`;
const profile = "mutation ($input: ProfileInput!) { updateProfile(input: $input) { handle } }";

beforeAll(async () => {
	await published({ title: `Everybody sees ${open}` });
	await asAuthor.get(
		`mutation ($key: String!, $fields: [DraftFieldInput!]!) {
			saveDraft(key: $key, fields: $fields, version: 0) { version }
		}`,
		{ key: `practice:new:${randomUUID()}`, fields: [{ name: "input.title", value: hidden["a draft"] }] },
	);

	const withdrawn = await published({
		title: `All about ${hidden["a practice that was withdrawn"]}`,
		claim: `It is ${hidden["its claim"]}.`,
		organisationName: hidden["its organisation"],
	});
	const claim = `${hidden["its translation"]} für alle`;
	await asAuthor.get(translate, { id: withdrawn.id, title: "Ein Titel", claim });
	const { practice } = await visitor.get(
		"query ($slug: String!) { practice(slug: $slug) { thread { id } } }",
		{ slug: withdrawn.slug },
	);
	await post(asOther, practice.thread.id, hidden["a discussion of a practice that was withdrawn"]);

	const changed = await published({
		claim: `Once ${hidden["what a practice said before it was changed"]}.`,
		contacts: [{ name: hidden["whom to ask about a practice"], jobTitle: "Engineer" }],
	});
	const input = { ...changed.input, claim: "Something else." };
	await asAuthor.get(update, { id: changed.id, revision: 1, input });

	await asOther.get(profile, {
		input: {
			name: hidden["the name of somebody suspended"],
			bio: `I like ${hidden["what somebody suspended wrote about themselves"]}.`,
		},
	});
	await asAuthor.get(profile, { input: { phone: hidden["a telephone number"] } });
	await db
		.update(people)
		.set({ email: `${hidden["an e-mail address"]}@city.example` })
		.where(eq(people.id, author.id));
	await indexPeople(db, [author.id]);

	const deleted = await asAuthor.get(documents.start.replace("postCount", "posts { id }"), {
		...{ topicId: "waste", title: "A question", clientId: randomUUID() },
		body: hidden["a post that was deleted"],
	});
	await asAuthor.get(documents.delete, { id: deleted.startThread.posts[0].id });
	const edited = await openThread(asAuthor);
	const { thread } = await visitor.get(documents.read, { id: edited });
	const body = hidden["a post as it was before it was changed"];
	await asAuthor.get(documents.edit, { id: thread.posts[0].id, body });
	await asAuthor.get(documents.edit, { id: thread.posts[0].id, body: "Never mind." });

	// While all of it could be found.
	await refreshStatistics(db);
	await asModerator.get("mutation ($id: ID!) { withdrawPractice(id: $id) }", { id: withdrawn.id });
	await db.update(people).set({ suspendedAt: new Date() }).where(eq(people.id, other.id));
	await indexPeople(db, [other.id]);
});

/** What the search answers of itself: all but what was asked. */
async function answers(text: string, asker = visitor) {
	const { search: found } = await asker.get(search, { text });
	const { suggest: suggested } = await asker.get(suggest, { text });
	const values = found.facets.flatMap((facet: { values: { count: number }[] }) => facet.values);
	const counted = values.filter(({ count }: { count: number }) => count !== 0);
	const asked = { text: "", words: "", quoted: [], excluded: [] };
	return { found: { ...found, ...asked, facets: counted }, suggested };
}

const isNothing = ({ found, suggested }: Awaited<ReturnType<typeof answers>>) => {
	expect(found).toMatchObject({ total: 0, items: [], facets: [], withoutFacet: [], nearTopics: [] });
	expect(suggested).toEqual({ topics: [], practices: [], places: [], people: [] });
};

test("what everybody may read is found, counted and suggested", async () => {
	const { found, suggested } = await answers(open);
	expect(found).toMatchObject({ total: 2, items: [{ kind: "practice" }, { kind: "person" }] });
	expect(suggested.practices).toEqual([{ displayTitle: `Everybody sees ${open}` }]);
});

describe.each(Object.entries(hidden))("%s", (_, word) => {
	test("is not found, counted or suggested, in any language and for anybody", async () => {
		for (const reader of [...readers, asAuthor, asModerator]) isNothing(await answers(word, reader));
	});

	test("is not told by its beginning, a slip in it, or by what else is found", async () => {
		const slip = `${word.slice(0, 4)}${word.slice(5)}`;
		for (const text of [word.slice(0, 5), slip, `${word} ${open}`, `composting ${word}`])
			expect(JSON.stringify(await answers(text)).toLowerCase()).not.toContain(word.toLowerCase());
	});

	test("is not in the vocabulary any more after the next count", async () => {
		await refreshStatistics(db);
		const left = await db.execute(
			sql`select lexeme from search_terms where kind <> 'gram' and lexeme like ${`%${word.toLowerCase().slice(0, 6)}%`}`,
		);
		expect([...left]).toEqual([]);
	});
});

import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { useApp } from "../kit/app.ts";
import { makePlace } from "../kit/factories.ts";
import { update, usePractices } from "../kit/practices.ts";

const { db, visitor, asAuthor, asOther, author, town, published } = await usePractices();

describe("translations", () => {
	const translate = `mutation ($id: ID!, $language: String!, $title: String!, $claim: String!) {
		translatePractice(id: $id, language: $language, title: $title, claim: $claim) { translations { language outdated } }
	}`;

	test("are shown to readers of that language, with the original one step away", async () => {
		const german = await useApp(db, { language: "de" });
		const { id, slug, input } = await published();
		const words = { language: "de", title: "Kompost vom Markt", claim: "Aus Abfall wird Erde." };
		expect((await asOther.ask(translate, { id, ...words })).issues).toEqual([{ code: "forbidden" }]);
		await asAuthor.get(translate, { id, ...words });
		const query = `query ($slug: String!) { practice(slug: $slug) {
			title displayTitle displayClaim titleLanguage translation(language: "de") { title outdated translator { handle } }
		} }`;
		expect((await german.visitor.get(query, { slug })).practice).toEqual({
			title: input.title,
			displayTitle: words.title,
			displayClaim: words.claim,
			titleLanguage: "de",
			translation: { title: words.title, outdated: false, translator: { handle: author.handle } },
		});
		expect((await visitor.get(query, { slug })).practice).toMatchObject({
			displayTitle: input.title,
			titleLanguage: "en",
		});

		await asAuthor.get(update, { id, revision: 1, input: { ...input, outcome: "Other." } });
		expect((await visitor.get(query, { slug })).practice.translation.outdated).toBe(false);
		await asAuthor.get(update, { id, revision: 2, input: { ...input, claim: "Other." } });
		expect((await visitor.get(query, { slug })).practice.translation.outdated).toBe(true);
	});

	test("are into one of our languages, and not into the original’s", async () => {
		const { id } = await published();
		for (const language of ["en", "nl", "x"])
			expect((await asAuthor.ask(translate, { id, language, title: "T", claim: "C" })).issues).toEqual([
				{ code: "unknown_choice", field: "language" },
			]);
		expect(
			(await asAuthor.ask(translate, { id, language: "fr", title: "", claim: "x".repeat(401) })).issues,
		).toEqual([
			{ code: "required", field: "title" },
			{ code: "too_long", field: "claim", args: { max: 400, length: 401 } },
		]);
	});
});

describe("lists", () => {
	beforeEach(async () => {
		await db.execute(sql`update practices set status = 'withdrawn', withdrawn_at = now()`);
	});

	test("show the newest first, page by page, each once", async () => {
		const made: string[] = [];
		for (let n = 0; n < 5; n++) made.unshift((await published()).slug);
		const query =
			"query ($after: String) { practices(first: 2, after: $after) { items { slug } nextCursor } }";
		const seen: string[] = [];
		let after: string | null = null;
		do {
			const { practices: page } = await visitor.get(query, { after });
			seen.push(...page.items.map((item: { slug: string }) => item.slug));
			after = page.nextCursor;
		} while (after);
		expect(seen).toEqual(made);
		for (const bad of [
			"nonsense",
			Buffer.from('["x",1]').toString("base64url"),
			Buffer.from('["2020-01-01T00:00:00.000Z","1;"]').toString("base64url"),
		])
			expect((await visitor.ask(query, { after: bad })).issues).toEqual([{ code: "bad_cursor" }]);
	});

	test("are narrowed by topic with those below it, goal, country, place, person and organisation", async () => {
		const abroad = await makePlace(db, { country: "FR" });
		const here = await published({ sdgs: [2] });
		const there = await published({ placeId: String(abroad.id), topicIds: ["urban-heat"], sdgs: [13] });
		const query = "query ($filter: PracticeFilter) { practices(filter: $filter) { items { slug } } }";
		const list = async (filter: object) =>
			(await visitor.get(query, { filter })).practices.items.map((item: { slug: string }) => item.slug);
		const { practice } = await visitor.get(
			"query ($slug: String!) { practice(slug: $slug) { topics { id broader { id } } organisation { id } } }",
			{ slug: here.slug },
		);
		expect(await list({ topic: "composting" })).toEqual([here.slug]);
		expect(await list({ topic: practice.topics[0].broader[0].id })).toEqual([here.slug]);
		expect(await list({ sdg: 13 })).toEqual([there.slug]);
		expect(await list({ country: "fr" })).toEqual([there.slug]);
		expect(await list({ place: String(town.id) })).toEqual([here.slug]);
		expect(await list({ person: String(author.id) })).toEqual([there.slug, here.slug]);
		expect(await list({ organisation: practice.organisation.id })).toEqual([here.slug]);
		expect(await list({ sdg: 2, country: "FR" })).toEqual([]);
		for (const unknown of [
			{ topic: "x\0" },
			{ sdg: 99 },
			{ country: "\0" },
			{ place: "9999999999999" },
			{ person: "x" },
			{ organisation: "1e5" },
		])
			expect(await list(unknown)).toEqual([]);
	});

	test("related practices share topics and say what else they have in common", async () => {
		const near = await makePlace(db, { population: 120_000 });
		const far = await makePlace(db, { country: "KE", population: 4_000_000 });
		const own = await published({ topicIds: ["composting", "waste"] });
		const big = await published({ placeId: String(far.id) });
		const similar = await published({ placeId: String(near.id) });
		await published({ topicIds: ["urban-heat"] });
		const { practice } = await visitor.get(
			`query ($slug: String!) { practice(slug: $slug) {
				related { practice { slug } sharedTopics { id } sameCountry similarPlace }
			} }`,
			{ slug: own.slug },
		);
		const sharedTopics = [{ id: "composting" }];
		expect(practice.related).toEqual([
			{ practice: { slug: similar.slug }, sharedTopics, sameCountry: true, similarPlace: true },
			{ practice: { slug: big.slug }, sharedTopics, sameCountry: false, similarPlace: false },
		]);
	});
});

import { practices } from "@interurban/db/schema/practices";
import { threads } from "@interurban/db/schema/threads";
import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makePlace, makeTopics } from "../kit/factories.ts";

const { db } = await useDatabase();
const { visitor, asMember } = await useApp(db);
await makeTopics(db, "waste", "composting", "packaging-tax", "urban-heat");
const town = await makePlace(db, { name: "Musterstadt" });
const author = await makePerson(db);
const other = await makePerson(db);
const moderator = await makePerson(db, { role: "moderator" });
const [asAuthor, asOther, asModerator] = await Promise.all([author, other, moderator].map(asMember));

const publish = `mutation ($input: PracticeInput!, $draftKey: String) {
	publishPractice(input: $input, draftKey: $draftKey) { id number slug revision evidence evidenceReason checkedOn }
}`;
const update = `mutation ($id: ID!, $revision: Int!, $input: PracticeInput!, $summary: String) {
	updatePractice(id: $id, revision: $revision, input: $input, summary: $summary) { id slug revision evidence claim }
}`;

let count = 0;
const snapshot = (changes: object = {}) => ({
	title: `Compost from the market, part ${++count}`,
	claim: "Half of the market’s waste becomes compost.",
	language: "en",
	placeId: String(town.id),
	organisationName: "City of Musterstadt",
	organisationKind: "municipality",
	topicIds: ["composting"],
	sdgs: [12, 11, 12],
	stage: "running",
	situation: "Waste lay about.",
	approach: "We **composted** it.",
	outcome: "It is gone.",
	...changes,
});

async function published(changes: object = {}) {
	const input = snapshot(changes);
	const { publishPractice } = await asAuthor.get(publish, { input });
	return { ...publishPractice, input };
}

const found = (slug: string) =>
	visitor.get("query ($slug: String!) { practice(slug: $slug) { title revision claim } }", { slug });

const indexed = async (id: string) => {
	const [row] = await db.execute<{ count: number }>(
		sql`select count(*)::int as count from search_documents where kind = 'practice' and ref = ${id}`,
	);
	return row?.count;
};

describe("publishing", () => {
	test("is for members: a visitor is asked to sign in and nothing is stored", async () => {
		const input = snapshot();
		expect((await visitor.ask(publish, { input })).issues).toEqual([{ code: "auth.required" }]);
		expect(await db.$count(practices, eq(practices.title, input.title))).toBe(0);
	});

	test("needs the snapshot's fields only, and everybody can read it at once", async () => {
		const practice = await published();
		expect(practice).toMatchObject({
			revision: 1,
			evidence: "described",
			evidenceReason: "no_results",
			checkedOn: new Date().toISOString().slice(0, 10),
		});
		const { practice: read } = await visitor.get(
			`query ($slug: String!) { practice(slug: $slug) {
				number title displayTitle titleLanguage sdgs { number } approachHtml cost { amount } firstPublished { title }
				place { name } organisation { name kind } author { handle } topics { id } buildingBlocks { name } viewerCanEdit
			} }`,
			{ slug: practice.slug },
		);
		expect(read).toEqual({
			number: practice.number,
			title: practice.input.title,
			displayTitle: practice.input.title,
			titleLanguage: "en",
			sdgs: [{ number: 11 }, { number: 12 }],
			approachHtml: "<p>We <strong>composted</strong> it.</p>",
			cost: null,
			firstPublished: null,
			place: { name: "Musterstadt" },
			organisation: { name: "City of Musterstadt", kind: "municipality" },
			author: { handle: author.handle },
			topics: [{ id: "composting" }],
			buildingBlocks: [],
			viewerCanEdit: false,
		});
		expect(await indexed(practice.id)).toBe(1);
		expect(await db.$count(threads, eq(threads.practiceId, Number(practice.id)))).toBe(1);
	});

	test("keeps the whole template, and blank rows do not count", async () => {
		const { slug } = await published({
			blocks: [
				{},
				{ name: "Boxes", description: "Of *wood*.", enabling: "", lessons: "Start small." },
				{ name: " " },
			],
			results: [
				{
					indicator: "Compost",
					before: 0,
					after: 12.5,
					unit: "t/year",
					year: 2024,
					source: "https://city.example/report",
				},
			],
			partners: [
				{ name: "Traders’ union", support: "technical" },
				{ name: "", support: "other" },
			],
			conditions: [
				{ kind: "law", description: "By-law" },
				{ kind: "budget", description: "" },
			],
			contacts: [{ handle: other.handle }, { name: "Mr Kiosk", jobTitle: "Market warden" }],
			references: [{ url: "https://city.example/plan", title: "" }],
			costAmount: 13_000_000_000,
			costCurrency: "krw",
			costYear: 2013,
			startedYear: 2013,
			firstPublishedIn: "Annual report",
		});
		const { practice } = await visitor.get(
			`query ($slug: String!) { practice(slug: $slug) {
				buildingBlocks { name descriptionHtml lessons } results { indicator before after unit year source sourceUrl }
				partners { name support } conditions { kind description } contacts { name jobTitle person { handle } }
				references { kind title url } cost { amount currency year } startedYear endedYear firstPublished { title url }
				evidence evidenceReason
			} }`,
			{ slug },
		);
		expect(practice).toEqual({
			buildingBlocks: [
				{ name: "Boxes", descriptionHtml: "<p>Of <em>wood</em>.</p>", lessons: "Start small." },
			],
			results: [
				{
					indicator: "Compost",
					before: 0,
					after: 12.5,
					unit: "t/year",
					year: 2024,
					source: "https://city.example/report",
					sourceUrl: "https://city.example/report",
				},
			],
			partners: [{ name: "Traders’ union", support: "technical" }],
			conditions: [{ kind: "law", description: "By-law" }],
			contacts: [
				{ name: other.name, jobTitle: "", person: { handle: other.handle } },
				{ name: "Mr Kiosk", jobTitle: "Market warden", person: null },
			],
			references: [{ kind: "source", title: "https://city.example/plan", url: "https://city.example/plan" }],
			cost: { amount: 13_000_000_000, currency: "KRW", year: 2013 },
			startedYear: 2013,
			endedYear: null,
			firstPublished: { title: "Annual report", url: "" },
			evidence: "measured",
			evidenceReason: "results_with_source",
		});
	});

	test("says all that is wrong at once, each at its field, rows counted as they stand in the form", async () => {
		const { issues } = await asAuthor.ask(publish, {
			input: {
				title: "x".repeat(10_000),
				claim: " ",
				topicIdsText: "no such topic",
				sdgs: [18],
				startedYear: 2020,
				endedYear: 2019,
				costAmount: 5,
				blocks: [{}, {}, { lessons: "no name" }],
				references: [{ url: "javascript:alert(1)" }],
				contacts: [{ handle: "nobody-at-all" }],
				firstPublishedUrl: "https:city.example",
			},
		});
		expect(issues).toEqual(
			expect.arrayContaining([
				{ code: "too_long", field: "input.title", args: { max: 140, length: 10_000 } },
				{ code: "required", field: "input.claim" },
				{ code: "required", field: "input.language" },
				{ code: "required", field: "input.placeId" },
				{ code: "required", field: "input.organisationName" },
				{ code: "topics.unknown", field: "input.topicIds", args: { topic: "no such topic" } },
				{ code: "unknown_choice", field: "input.sdgs" },
				{ code: "required", field: "input.stage" },
				{ code: "required", field: "input.situation" },
				{ code: "required", field: "input.approach" },
				{ code: "required", field: "input.outcome" },
				{ code: "practices.period_reversed", field: "input.endedYear" },
				{ code: "practices.cost_needs_currency", field: "input.costCurrency" },
				{ code: "required", field: "input.blocks.2.name" },
				{ code: "not_an_address", field: "input.references.0.url" },
				{ code: "people.unknown", field: "input.contacts.0.handle", args: { handle: "nobody-at-all" } },
				{ code: "not_an_address", field: "input.firstPublishedUrl" },
			]),
		);
		expect(issues).toHaveLength(17);
	});

	test("refuses text that cannot be stored, wherever it stands", async () => {
		for (const text of ["a\0b", "lone \ud800 surrogate"]) {
			const { issues } = await asAuthor.ask(publish, {
				input: snapshot({
					title: text,
					outcome: text,
					organisationName: text,
					topicIdsText: text,
					blocks: [{ name: text }],
					contacts: [{ handle: text }],
				}),
			});
			expect(issues.map((issue) => issue.code)).not.toContain("internal");
			expect(issues).toContainEqual({ code: "unreadable_text", field: "input.title" });
			expect(issues).toContainEqual({ code: "unreadable_text", field: "input.blocks.0.name" });
		}
	});

	test("refuses a place that is unknown, and a name that several towns bear", async () => {
		await makePlace(db, { name: "Twin", searchName: "|twin|", population: 10 });
		await makePlace(db, { name: "Twin", searchName: "|twin|", population: 20 });
		const ask = async (place: object) =>
			(await asAuthor.ask(publish, { input: snapshot({ placeId: null, ...place }) })).issues;
		expect(await ask({ placeId: "1" })).toEqual([
			{ code: "places.unknown", field: "input.placeId", args: { name: "1" } },
		]);
		expect(await ask({ placeId: "12; drop" })).toMatchObject([
			{ code: "places.unknown", field: "input.placeId" },
		]);
		expect(await ask({ placeIdText: "Twin" })).toEqual([
			{ code: "places.ambiguous", field: "input.placeId", args: { name: "Twin" } },
		]);
		expect(await ask({ placeIdText: "Xyzzyville" })).toMatchObject([
			{ code: "places.unknown", field: "input.placeId" },
		]);
	});

	test("takes topics by their labels in any language, several in one field", async () => {
		const { slug } = await published({
			topicIds: [],
			topicIdsText: "Kompostierung, compostage, composting",
		});
		const { practice } = await visitor.get(
			"query ($slug: String!) { practice(slug: $slug) { topics { id } } }",
			{ slug },
		);
		expect(practice.topics).toEqual([{ id: "composting" }]);
	});

	test("sent twice makes one practice; another one of the same title is refused", async () => {
		const input = snapshot();
		const [first, second] = await Promise.all([
			asAuthor.get(publish, { input }),
			asAuthor.get(publish, { input }),
		]);
		expect(second).toEqual(first);
		const changed = { ...input, outcome: "Something else." };
		expect((await asAuthor.ask(publish, { input: changed })).issues).toEqual([
			{ code: "practices.title_taken", field: "input.title" },
		]);
		const { publishPractice } = await asOther.get(publish, { input: changed });
		expect(publishPractice.slug).toBe(`${first.publishPractice.slug}-${publishPractice.number}`);
	});

	test("spells addresses in Latin letters, whatever the title’s script", async () => {
		for (const [title, slug] of [
			["Підземні школи", "pidzemni-shkoly"],
			["Grüne Höfe", "gruene-hoefe"],
			["حدائق", /^[a-z0-9]+$/],
			["———", "practice"],
		] as const) {
			const language = title === "Grüne Höfe" ? "de" : "uk";
			expect((await published({ title, language })).slug).toEqual(
				typeof slug === "string" ? slug : expect.stringMatching(slug),
			);
		}
	});
});

describe("changing", () => {
	test("makes a revision each time something differs, and computes the evidence anew", async () => {
		const { id, slug, input } = await published();
		const results = [{ indicator: "Waste", after: 3, unit: "t", source: "Report 2024" }];
		const changed = { ...input, title: "A new title", results };
		const first = await asAuthor.get(update, { id, revision: 1, input: changed, summary: "Figures" });
		expect(first.updatePractice).toMatchObject({ revision: 2, evidence: "measured", slug });
		const again = await asAuthor.get(update, { id, revision: 2, input: changed });
		expect(again.updatePractice.revision).toBe(2);
		const { practice } = await visitor.get(
			`query ($slug: String!) { practice(slug: $slug) {
				revisions { number current summary title editor { handle } } revisionAt(number: 1) { title fields { field text } }
			} }`,
			{ slug },
		);
		expect(practice.revisions).toEqual([
			{
				number: 2,
				current: true,
				summary: "Figures",
				title: "A new title",
				editor: { handle: author.handle },
			},
			{ number: 1, current: false, summary: "", title: input.title, editor: { handle: author.handle } },
		]);
		expect(practice.revisionAt.title).toBe(input.title);
		expect(practice.revisionAt.fields).toContainEqual({ field: "approach", text: "We **composted** it." });
		expect(practice.revisionAt.fields).toContainEqual({ field: "place", text: "Musterstadt" });
	});

	test("of two editors at once, the second one is told and nothing of the first is lost", async () => {
		const { id, slug, input } = await published();
		const [one, two] = await Promise.all([
			asAuthor.ask(update, { id, revision: 1, input: { ...input, claim: "One." } }),
			asModerator.ask(update, { id, revision: 1, input: { ...input, claim: "Two." } }),
		]);
		const refused = [one, two].filter(({ issues }) => issues.length);
		expect(refused.map(({ issues }) => issues)).toEqual([[{ code: "conflict", args: { revision: 2 } }]]);
		const winner = one.issues.length ? "Two." : "One.";
		expect((await found(slug)).practice).toMatchObject({ claim: winner, revision: 2 });
	});

	test("is for authors, co-authors and staff", async () => {
		const { id, slug, input } = await published();
		const change = (claim: string, revision: number) => ({ id, revision, input: { ...input, claim } });
		expect((await visitor.ask(update, change("v", 1))).issues).toEqual([{ code: "auth.required" }]);
		expect((await asOther.ask(update, change("o", 1))).issues).toEqual([{ code: "forbidden" }]);
		const add =
			"mutation ($id: ID!, $handle: String!) { addCoAuthor(practiceId: $id, handle: $handle) { coAuthors { handle } } }";
		expect((await asOther.ask(add, { id, handle: other.handle })).issues).toEqual([{ code: "forbidden" }]);
		expect((await asAuthor.get(add, { id, handle: other.handle })).addCoAuthor.coAuthors).toEqual([
			{ handle: other.handle },
		]);
		expect((await asOther.get(update, change("o", 1))).updatePractice.claim).toBe("o");
		expect((await asModerator.get(update, change("m", 2))).updatePractice.claim).toBe("m");
		const { practices } = await visitor.get(
			"query ($person: ID!) { practices(filter: { person: $person }) { items { slug } } }",
			{ person: String(other.id) },
		);
		expect(practices.items).toContainEqual({ slug });
		const remove =
			"mutation ($id: ID!, $handle: String!) { removeCoAuthor(practiceId: $id, handle: $handle) { coAuthors { handle } } }";
		expect((await asOther.get(remove, { id, handle: other.handle })).removeCoAuthor.coAuthors).toEqual([]);
		expect((await asOther.ask(update, change("again", 3))).issues).toEqual([{ code: "forbidden" }]);
	});

	test("is compared field by field and word by word", async () => {
		const { id, input } = await published({ blocks: [{ name: "Boxes", description: "Of wood." }] });
		const changed = {
			...input,
			claim: "Most of the market’s waste becomes compost.",
			topicIds: ["composting", "waste"],
			blocks: [
				{ name: "Bins", description: "New." },
				{ name: "Boxes", description: "Of wood." },
			],
		};
		await asAuthor.get(update, { id, revision: 1, input: changed });
		const compare = `query ($id: ID!, $from: Int!, $to: Int!) { comparePracticeRevisions(id: $id, from: $from, to: $to) {
			from { number } to { number } differences { field pieces { change text } }
		} }`;
		const { comparePracticeRevisions: comparison } = await visitor.get(compare, { id, from: 1, to: 2 });
		expect(comparison.differences.map((each: { field: string }) => each.field)).toEqual([
			"claim",
			"topics",
			"blocks",
		]);
		expect(comparison.differences[0].pieces).toEqual([
			{ change: "removed", text: "Half" },
			{ change: "added", text: "Most" },
			{ change: "same", text: " of the market’s waste becomes compost." },
		]);
		const kept = comparison.differences[2].pieces.filter(
			(piece: { change: string }) => piece.change !== "added",
		);
		expect(kept.map((piece: { text: string }) => piece.text).join("")).toBe("Boxes\nOf wood.");
		expect((await visitor.get(compare, { id, from: 1, to: 9 })).comparePracticeRevisions).toBeNull();
	});

	test("confirming says that it holds today and changes nothing else", async () => {
		const { id, slug } = await published();
		await db
			.update(practices)
			.set({ checkedOn: "2020-01-01", updatedAt: new Date(0) })
			.where(eq(practices.id, Number(id)));
		const confirm = "mutation ($id: ID!) { confirmPractice(id: $id) { checkedOn updatedAt revision } }";
		expect((await asOther.ask(confirm, { id })).issues).toEqual([{ code: "forbidden" }]);
		expect((await asAuthor.get(confirm, { id })).confirmPractice).toEqual({
			checkedOn: new Date().toISOString().slice(0, 10),
			updatedAt: new Date(0).toISOString(),
			revision: 1,
		});
		expect((await found(slug)).practice.revision).toBe(1);
	});
});

describe("a withdrawn practice", () => {
	test("reads as if it had never been there, for its author too, and is not found", async () => {
		const { id, slug, input } = await published();
		const withdraw = "mutation ($id: ID!) { withdrawPractice(id: $id) }";
		expect((await asOther.ask(withdraw, { id })).issues).toEqual([{ code: "forbidden" }]);
		expect(await asAuthor.get(withdraw, { id })).toEqual({ withdrawPractice: id });
		const query =
			"query ($slug: String!) { practice(slug: $slug) { id } practices(first: 50) { items { slug } } }";
		for (const asker of [visitor, asAuthor, asModerator]) {
			const { practice, practices: list } = await asker.get(query, { slug });
			expect(practice).toBeNull();
			expect(list.items).not.toContainEqual({ slug });
		}
		expect(await indexed(id)).toBe(0);
		expect((await asAuthor.ask(update, { id, revision: 1, input })).issues).toEqual([{ code: "not_found" }]);
		expect((await asAuthor.ask(withdraw, { id })).issues).toEqual([{ code: "not_found" }]);
		expect((await asAuthor.ask(withdraw, { id: "x" })).issues).toEqual([{ code: "not_found" }]);
		expect((await published({ title: input.title })).slug).not.toBe(slug);
	});
});

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
				related { practice { slug } sharedTopics { id } sameCountry similarSize }
			} }`,
			{ slug: own.slug },
		);
		const sharedTopics = [{ id: "composting" }];
		expect(practice.related).toEqual([
			{ practice: { slug: similar.slug }, sharedTopics, sameCountry: true, similarSize: true },
			{ practice: { slug: big.slug }, sharedTopics, sameCountry: false, similarSize: false },
		]);
	});
});

import { practices } from "@interurban/db/schema/practices";
import { threads } from "@interurban/db/schema/threads";
import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { makePlace } from "../kit/factories.ts";
import { publish, today, usePractices } from "../kit/practices.ts";

const { db, visitor, asAuthor, asOther, author, other, snapshot, published } = await usePractices();

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
		const before = today();
		const practice = await published();
		expect([before, today()]).toContain(practice.checkedOn);
		expect(practice).toMatchObject({ revision: 1, evidence: "described", evidenceReason: "no_results" });
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

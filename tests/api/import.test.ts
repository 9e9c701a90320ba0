import { practices } from "@interurban/db/schema/practices";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { makePlace } from "../kit/factories.ts";
import { useImport } from "../kit/import.ts";

const { db, visitor, line, run, file, stored } = await useImport();

describe("importing JSON lines", () => {
	test("publishes what the lines say, with all its parts, found by search at once", async () => {
		const full = line({
			blocks: [{ name: "Bins", what: "Brown ones", enabling: "Space", lessons: "Wash them" }],
			results: [
				{
					indicator: "Compost",
					before: 0,
					after: 12.5,
					unit: "t",
					year: 2024,
					source: "https://city.example/r",
				},
			],
			cost: { amount: 35000, currency: "EUR", year: 2020 },
			partners: ["Farmers"],
			conditions: ["A place for it"],
			sources: [{ title: "Report", url: "https://city.example/report" }],
			translations: [{ lang: "de", title: "Kompost", claim: "Die Hälfte." }],
			checked: "2026-03-31",
		});
		expect(await run(file(full))).toMatchObject({ added: 1, bad: 0, told: [] });
		const [row] = await stored();
		const { practice } = await visitor.get(
			`query ($slug: String!) { practice(slug: $slug) { title evidence checkedOn cost { amount currency }
				buildingBlocks { name description } results { after } partners { name } conditions { description }
				references { url } translation(language: "de") { title } } }`,
			{ slug: row?.slug },
		);
		expect(practice).toEqual({
			title: full.title,
			evidence: "measured",
			checkedOn: "2026-03-31",
			cost: { amount: 35000, currency: "EUR" },
			buildingBlocks: [{ name: "Bins", description: "Brown ones" }],
			results: [{ after: 12.5 }],
			partners: [{ name: "Farmers" }],
			conditions: [{ description: "A place for it" }],
			references: [{ url: "https://city.example/report" }],
			translation: { title: "Kompost" },
		});
		const { search } = await visitor.get('{ search(text: "brown bins") { total } }');
		expect(search.total).toBe(1);
	});

	test("a second run changes nothing, and a changed line makes a revision", async () => {
		const lines = [line(), line()];
		await run(file(...lines));
		expect(await run(file(...lines))).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
		const changed = { ...lines[0], claim: "All of it." };
		expect(await run(file(changed, lines[1] as object))).toMatchObject({ changed: 1, unchanged: 1 });
		const [first, second] = await stored();
		expect(first).toMatchObject({ revision: 2, claim: "All of it." });
		expect(second).toMatchObject({ revision: 1 });
	});

	test("a dry run tells the same and writes nothing", async () => {
		expect(await run(file(line(), line({ sdgs: [99] })), { dryRun: true })).toMatchObject({
			added: 1,
			bad: 1,
		});
		expect(await stored()).toEqual([]);
	});

	test("bad lines are told with number, field and reason, while the good ones go in", async () => {
		const twin = line();
		const result = await run(
			file(
				line(),
				"{ not json",
				line({ title: 12 }),
				line({ geonameId: 1 }),
				line({ geonameId: null, city: "Atlantis", country: "DE" }),
				line({ stage: "finished" }),
				line({ title: "x".repeat(10_000) }),
				line({ claim: "a\u0000b" }),
				line({ situation: "\ud800" }),
				line({ topics: ["no such topic"] }),
				line({ blocks: [{ name: "A" }, { what: "nameless" }] }),
				line({ cost: { amount: 5 } }),
				line({ claim: undefined }),
				'"a text"',
				twin,
				{ ...twin, title: "Another" },
				line({ checked: "yesterday" }),
				line({ translations: [{ lang: "xx", title: "T", claim: "C" }] }),
				line({ geonameId: null, city: "Musterstadt", country: "Germany" }),
				line({ country: "FR" }),
				line({ published: "2206-01-01" }),
				line({ sources: ["https://city.example"], links: [{ url: "javascript:alert(1)" }] }),
				line({ geonameId: 1.5 }),
				line({ started: 2020, ended: 2019 }),
			),
		);
		expect(result).toMatchObject({ added: 2, bad: 22 });
		expect(result.told.map((each) => [each.line, each.field])).toEqual([
			[2, undefined],
			[3, "title"],
			[4, "geonameId"],
			[5, "city"],
			[6, "stage"],
			[7, "title"],
			[8, "claim"],
			[9, "situation"],
			[10, "topics"],
			[11, "blocks.2.name"],
			[12, "cost.currency"],
			[13, "claim"],
			[14, undefined],
			[16, "id"],
			[17, "checked"],
			[18, "translations.1.lang"],
			[19, "country"],
			[20, "country"],
			[21, "published"],
			[22, "links.1.url"],
			[23, "geonameId"],
			[24, "ended"],
		]);
		expect(result.told.find((each) => each.line === 16)?.reason).toContain("line 15");
	});

	test("what is left out of good lines is told: unknown topics, and unknown names of fields once each", async () => {
		const result = await run(file(line({ topics: ["waste", "quux"], titel: "T" }), line({ titel: "T" })));
		expect(result).toMatchObject({ added: 2, bad: 0 });
		expect(result.notices.map((each) => [each.line, each.field])).toEqual([
			[1, "titel"],
			[1, "topics.2"],
		]);
	});

	test("a name that several towns bear asks for the town's number", async () => {
		for (const population of [10, 20])
			await makePlace(db, { name: "Twin", searchName: "|twin|", population });
		const { told } = await run(file(line({ geonameId: undefined, city: "Twin", country: "DE" })));
		expect(told).toEqual([{ line: 1, field: "city", reason: expect.stringContaining("geonameId") }]);
	});

	test("a file in UTF-16 is told of once", async () => {
		const text = `${JSON.stringify(line())}\n`.repeat(3);
		const { told, bad } = await run(Buffer.from(`\ufeff${text}`, "utf16le"));
		expect(bad).toBe(1);
		expect(told[0]?.reason).toContain("UTF-8");
	});

	test("a line of 50 MB is one bad line and takes no more memory than others", async () => {
		async function* large() {
			yield Buffer.from(`${JSON.stringify(line())}\n`);
			for (let piece = 0; piece < 50; piece++) yield Buffer.alloc(1_000_000, "x");
			yield Buffer.from(`\n${JSON.stringify(line())}`);
		}
		const result = await run(large());
		expect(result).toMatchObject({ added: 2, bad: 1 });
		expect(result.told[0]).toMatchObject({ line: 2, reason: expect.stringContaining("too long") });
	});

	test("a line in another encoding is told, and the next one is read", async () => {
		const latin = Buffer.from(`${JSON.stringify(line({ title: "Müll" }))}\n`, "latin1");
		const result = await run(Buffer.concat([latin, Buffer.from(JSON.stringify(line()))]));
		expect(result).toMatchObject({ added: 1, bad: 1 });
		expect(result.told[0]?.reason).toContain("UTF-8");
	});

	test("a practice that was withdrawn here is not brought back", async () => {
		const given = line();
		await run(file(given));
		await db
			.update(practices)
			.set({ status: "withdrawn", withdrawnAt: new Date() })
			.where(eq(practices.importKey, given.id));
		expect(await run(file({ ...given, claim: "Again." }))).toMatchObject({ withdrawn: 1, changed: 0 });
		const [row] = await stored();
		expect(row).toMatchObject({ status: "withdrawn", claim: given.claim });
	});

	test("a thousand practices go in, and a run that was cut off is finished by the next", async () => {
		const lines = Array.from({ length: 1000 }, () => JSON.stringify(line()));
		async function* cutOff() {
			yield Buffer.from(`${lines.slice(0, 450).join("\n")}\n`);
			throw new Error("cut off");
		}
		await expect(run(cutOff())).rejects.toThrow("cut off");
		const before = (await stored()).length;
		expect(before).toBeGreaterThan(0);
		expect(await run(lines.join("\n"))).toMatchObject({ added: 1000 - before, unchanged: before, bad: 0 });
		expect(await stored()).toHaveLength(1000);
	});
});

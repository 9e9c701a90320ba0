import { lookThrough } from "@interurban/api/alerts/alerts";
import { insertAlert } from "@interurban/api/alerts/alerts.queries";
import { queryOf, termsOf } from "@interurban/api/alerts/alerts.search";
import { indexDocuments, removeDocuments } from "@interurban/api/search/search.index";
import { findDocuments } from "@interurban/api/search/search.queries";
import { refreshStatistics } from "@interurban/api/search/search.statistics";
import { type Alert, alertHits, alerts } from "@interurban/db/schema/alerts";
import { searchChanges } from "@interurban/db/schema/search";
import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { useDatabase } from "../kit/database.ts";
import { makePerson } from "../kit/factories.ts";
import { emptyIndex } from "../kit/search-index.ts";

const { db } = await useDatabase();

let personId: number;
beforeEach(async () => {
	await emptyIndex(db);
	await db.delete(searchChanges);
	await db.delete(alerts);
	personId = (await makePerson(db)).id;
});

const save = (question: string, chosen: Record<string, string[]> = {}): Promise<Alert> => {
	const search = { language: "en", question, chosen, ownFirst: false };
	return insertAlert(db, { ...search, personId, name: question }, termsOf(search));
};

/** A practice whose title and text have these words. */
const add = (ref: number, title: string, body = "") =>
	indexDocuments(db, [{ kind: "practice", ref, language: "en", title, body, publishedAt: new Date() }]);

/** Notes of what is to be looked through, which alert finds what: as its search says. */
async function foundNow(all: readonly Alert[]): Promise<string[]> {
	const changed = new Set((await db.select().from(searchChanges)).map(({ document }) => document));
	const found = all.map(async (alert) => {
		const { items } = await findDocuments(db, { ...queryOf(alert, []), limit: 100 });
		return items.filter(({ id }) => changed.has(id)).map(({ ref }) => `${alert.question}: ${ref}`);
	});
	return (await Promise.all(found)).flat();
}

async function foundByAlerts(all: readonly Alert[]): Promise<string[]> {
	const questions = new Map(all.map(({ id, question }) => [id, question]));
	return (await db.select().from(alertHits)).map(({ alertId, ref }) => `${questions.get(alertId)}: ${ref}`);
}

test("what alerts find is what their searches find of it, after any history", async () => {
	const words = ["water", "waters", "flood", "protection", "tram", "trams", "cycling", "cycleway", "bridge"];
	const rare = ["floodgate", "watershed", "waterwheel", "tramline", "brigde", "zyklon"];
	const text = fc.array(fc.constantFrom(...words, ...rare), { minLength: 1, maxLength: 5 });
	const change = fc.record({
		ref: fc.integer({ min: 1, max: 8 }),
		title: text,
		body: fc.array(fc.constantFrom(...words, ...rare, "and", "city", "plan"), { maxLength: 30 }),
		act: fc.constantFrom("add", "add", "add", "remove", "look", "count"),
	});
	const questions = fc.uniqueArray(
		text.map((said) => said.slice(0, 3).join(" ")),
		{ minLength: 6, maxLength: 10 },
	);
	await fc.assert(
		fc
			.asyncProperty(
				questions,
				fc.array(change, { minLength: 10, maxLength: 25 }),
				async (asked, history) => {
					const all = await Promise.all(
						[...asked, "-tram", '"water" flood'].map((question) => save(question)),
					);
					const expected = new Set<string>();
					for (const { act, ref, title, body } of [...history, { ...history[0], act: "look" }]) {
						if (act === "add") await add(Number(ref), title?.join(" ") ?? "", body?.join(" "));
						else if (act === "remove") await removeDocuments(db, "practice", [Number(ref)]);
						else if (act === "count") await refreshStatistics(db);
						else {
							for (const found of await foundNow(all)) expected.add(found);
							await lookThrough(db);
							expect(new Set(await foundByAlerts(all))).toEqual(expected);
						}
					}
				},
			)
			.afterEach(async () => {
				await emptyIndex(db);
				await db.delete(searchChanges);
				await db.delete(alerts);
			}),
		{ numRuns: 15 },
	);
});

test("behind a thousand practices that fit as well, what fits hardly is no news, and what fits better is", async () => {
	const alert = await save("cistern");
	const things = Array.from({ length: 1010 }, (_, n) => ({
		...{ kind: "practice", ref: n + 1, language: "en", publishedAt: new Date() },
		title: "Cistern",
	}));
	await indexDocuments(db, things);
	await refreshStatistics(db);
	await lookThrough(db);
	await db.delete(alertHits);
	await add(2001, "Streets", `${"Benches along the road. ".repeat(60)} A cistern.`);
	await add(2002, "Cistern cisterns");
	await lookThrough(db);
	expect(await foundByAlerts([alert])).toEqual(["cistern: 2002"]);
});

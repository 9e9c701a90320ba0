import { indexDocuments, type SearchThing } from "@interurban/api/search/search.index";
import { findDocuments } from "@interurban/api/search/search.queries";
import { refreshStatistics } from "@interurban/api/search/search.statistics";
import { beforeAll, describe, expect, it } from "vitest";
import { useDatabase } from "../kit/database.ts";

const { db } = await useDatabase();

const practice = (language: string, ref: string, title: string, body = ""): SearchThing => ({
	kind: "practice",
	...{ ref, language, title, body },
	publishedAt: new Date("2024-05-01T12:00:00Z"),
});

/** What is found, best first. */
const find = async (text: string, language: string) =>
	(await findDocuments(db, { text, language })).items.map((hit) => hit.ref);

beforeAll(async () => {
	await indexDocuments(db, [
		practice(
			"de",
			"rain-de",
			"Vorsorge gegen Starkregen",
			"Rückhalteflächen bewahren die Keller vor Wasser.",
		),
		practice("en", "bus-en", "Buses free of charge", "Nobody in the town pays for a ticket any more."),
		practice(
			"fr",
			"meals-fr",
			"Repas bio dans les cantines",
			"Les écoliers mangent des légumes de la ferme.",
		),
		practice("es", "waste-es", "Recogida de residuos puerta a puerta", "Los vecinos separan la basura."),
		practice("ar", "water-ar", "إعادة استخدام المياه المعالجة", "ري الحدائق العامة بعد محطة التنقية."),
		practice("uk", "heat-uk", "Утеплення багатоповерхових будинків", "Мешканці платять менше за опалення."),
		practice("de", "drink-de", "Sichere Trinkwasserversorgung", "Brunnen und Leitungen werden erneuert."),
		practice("uk", "park-uk", "Новий парк", `${"Люди і дерева. ".repeat(12)} Арка Калнишевського.`),
		practice("ar", "park-ar", "حديقة جديدة", `${"ناس وأشجار. ".repeat(12)} ساحة الزعفرانية.`),
		practice("en", "other-en", "A festival of lights", "Artists and shops take part."),
	]);
	await refreshStatistics(db);
});

describe("a query in one language finds what is written in another", () => {
	it.each([
		["en", "heavy rain flooding", "rain-de"],
		["de", "kostenlos Bus fahren", "bus-en"],
		["es", "comedores escolares con verduras", "meals-fr"],
		["fr", "collecte des ordures", "waste-es"],
		["uk", "повторне використання води", "water-ar"],
		["ar", "تدفئة المباني", "heat-uk"],
	])("%s: %s", async (language, text, expected) => {
		expect((await find(text, language))[0]).toBe(expected);
	});
});

describe("a query finds", () => {
	it("a word in another form than the stemmer knows, or misspelled", async () => {
		expect((await find("Starkregn", "de"))[0]).toBe("rain-de");
		expect((await find("festval", "en"))[0]).toBe("other-en");
	});

	it("a misspelled word in another language", async () => {
		expect((await find("desechos resisduos", "es"))[0]).toBe("waste-es");
		expect(await find("vegetabels", "en")).toContain("meals-fr");
	});

	it.each([
		["uk", "Калнишвського", "park-uk"],
		["ar", "الزعفرنيه", "park-ar"],
	])("a misspelled name deep in a text, whatever its script (%s)", async (language, text, expected) => {
		expect(await find(text, language)).toEqual([expected]);
	});

	it("a compound by its part, and a word by a compound that has it", async () => {
		expect(await find("Wasser", "de")).toEqual(expect.arrayContaining(["drink-de", "rain-de"]));
		expect(await find("Kellerwasser", "de")).toContain("rain-de");
	});

	it("a word by its beginning, where no document has the beginning as a word", async () => {
		expect(await find("festi", "en")).toEqual(["other-en"]);
	});

	it("a concept by another of its names", async () => {
		expect((await find("Sturzflut", "de"))[0]).toBe("rain-de");
	});

	it("what is meant by words of another language than the reader's", async () => {
		expect((await find("residuos", "de"))[0]).toBe("waste-es");
		expect((await find("Starkregen", "fr"))[0]).toBe("rain-de");
	});

	it("words of two scripts in one query", async () => {
		expect(await find("Trinkwasser مياه", "de")).toEqual(expect.arrayContaining(["drink-de", "water-ar"]));
	});

	it("everything when it has nothing but stop words, and nothing when nothing is like it", async () => {
		expect(await find("وفي من على", "ar")).toHaveLength(10);
		expect(await find("xqzvw", "en")).toEqual([]);
	});
});

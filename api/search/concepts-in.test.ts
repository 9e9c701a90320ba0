import { concepts } from "@interurban/concepts/concepts";
import { type Language, languages } from "@interurban/contract/languages";
import { describe, expect, it } from "vitest";
import { conceptsIn } from "./concepts-in.ts";

const ids = (text: string, language: string) => conceptsIn(text, language).map(({ concept }) => concept.id);

/** Sentences of the demonstration, what they name, and what a word in them only seems to hold. */
const arabic: [text: string, names: string[], not: string[]][] = [
	["ثم رُكّبت مولدات موصولة بشبكة الكهرباء الوطنية", ["electricity-supply"], []],
	["تعويض رحلات موظفي هامبورغ موّل مصنع سماد لنفايات الأسواق", ["market-waste"], []],
	["والأشجار القليلة تُسقى بماء الشرب أو لا تُسقى أبدًا", ["drinking-water"], []],
	["أوتوليب: نهاية امتياز لمشاركة السيارات الكهربائية", ["shared-mobility"], []],
	["مطاعم شعبية وأكشاك مزارعين ووجبات مدرسية", ["school-meals"], []],
	["تحوّلت الأهداف إلى أهداف للمدينة بمؤشرات مرتبطة بكل بند", ["indicators"], []],
	["سكان أعيد إسكانهم", ["housing"], []],
	["حافلة مجانية ثم استبدالها ببطاقة سنوية", [], ["energy"]],
	["عمل مقابل أجر لسوريين وأردنيين ومحطة سماد", [], ["irrigation"]],
];

describe("conceptsIn", () => {
	it.each([
		["en", "Cloudbursts flooded the cellars."],
		["de", "Nach Starkregens und Sturzfluten"],
		["fr", "face aux inondations pluviales"],
		["es", "Las inundaciones pluviales de la ciudad"],
		["ar", "آثار الفيضانات الناجمة عن الأمطار في المدينة"],
		["uk", "наслідки дощових паводків у місті"],
	])("finds a concept by inflected labels (%s)", (language, text) => {
		expect(ids(text, language)).toContain("pluvial-flooding");
	});

	const around: Record<Language, [before: string, after: string]> = {
		de: ["Am Montag ging es um ", " und anderes."],
		en: ["This week we discussed ", " once more."],
		fr: ["Hier, nous avons discuté de ", " avec elle."],
		es: ["Ayer hablamos de ", " con ella."],
		ar: ["تحدثنا أمس عن ", " مرة أخرى."],
		uk: ["Учора ми говорили про ", " із ними."],
	};

	it.each(languages)("finds every concept by every label in a sentence (%s)", (language) => {
		const [before, after] = around[language];
		const labels = [...concepts.values()].flatMap(({ id, prefLabel, altLabel }) =>
			[prefLabel[language], ...altLabel[language]].map((label) => ({ id, label })),
		);
		const missed = labels.filter(({ id, label }) => !ids(before + label + after, language).includes(id));
		const share = 1 - missed.length / labels.length;
		expect(share, missed.map(({ label }) => label).join(", ")).toBeGreaterThanOrEqual(0.995);
	});

	it.each([
		["fr", "Le bien-être des personnes sans-abri", ["wellbeing", "homelessness"]],
		["en", "We buy green IT.", ["cloud-and-data-centres"]],
		["es", "Deporte para todos en el parque", ["mass-sport"]],
		["ar", "منصة للتعليم عن بعد", ["digital-learning"]],
	])("keeps the small words that make up a label (%s: %s)", (language, text, expected) => {
		expect(ids(text, language)).toEqual(expect.arrayContaining(expected));
	});

	// Sentences of the demonstration.
	it.each(arabic)("finds what Arabic writes together with other words: %s", (text, expected, not) => {
		expect(ids(text, "ar")).toEqual(expect.arrayContaining(expected));
		for (const id of not) expect(ids(text, "ar")).not.toContain(id);
	});

	it("takes the longest label only", () => {
		expect(ids("the drinking water of the city", "en")).toContain("drinking-water");
		expect(ids("the drinking water of the city", "en")).not.toContain("water");
	});

	it("does not read a label across the end of a sentence", () => {
		expect(ids("They like drinking. Water is blue.", "en")).not.toContain("drinking-water");
	});

	it("counts how often a concept is named, most first", () => {
		const [first] = conceptsIn("Tap water, potable water: drinking water! And compost.", "en");
		expect(first).toMatchObject({ concept: { id: "drinking-water" }, count: 3 });
	});

	it("does not take what is left of a label without its small words for the label", () => {
		expect(ids("municipal services, just a transition, and sport", "en")).not.toEqual(
			expect.arrayContaining([
				expect.stringMatching(/^(it-governance|e-services|just-transition|mass-sport)$/),
			]),
		);
		expect(ids("Waste from the services of the city", "en")).toEqual(["waste"]);
	});

	it("reads a letter before a hyphen as a part of the word", () => {
		expect(ids("We collect e-waste and offer e-services.", "en").sort()).toEqual([
			"e-services",
			"electronic-waste",
		]);
		expect(ids("E-Partizipation an der S-Bahn", "de")).toContain("e-participation");
	});

	it("finds none in other languages, nor in an empty text", () => {
		expect(conceptsIn("drinkwater", "nl")).toEqual([]);
		expect(conceptsIn("", "en")).toEqual([]);
	});

	it("takes a regional variant for its language", () => {
		expect(ids("agua potable", "es-MX")).toContain("drinking-water");
	});
});

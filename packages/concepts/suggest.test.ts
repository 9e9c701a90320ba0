import { languages } from "@interurban/contract/languages";
import { describe, expect, test } from "vitest";
import { concepts } from "./concepts.ts";
import { findConcept, suggestConcepts } from "./suggest.ts";

const idsFor = (...typed: Parameters<typeof suggestConcepts>) =>
	suggestConcepts(...typed).map(({ concept }) => concept.id);

describe("finding a concept by its name", () => {
	test("knows every label in every language, without regard to case and diacritics", () => {
		for (const concept of concepts.values())
			for (const language of languages)
				for (const label of [concept.prefLabel[language], ...concept.altLabel[language]])
					expect(findConcept(label.toUpperCase(), language)?.id, label).toBe(concept.id);
		expect(findConcept("inondation pluviale")?.id).toBe("pluvial-flooding");
		expect(findConcept("economia circular", "es")?.id).toBe("circular-economy");
	});

	test("accepts other spellings: ae for ä, American English, Arabic with or without the article", () => {
		expect(findConcept("Waermeplanung", "de")?.id).toBe("heat-planning");
		expect(findConcept("decentralization", "en")?.id).toBe("decentralisation");
		expect(findConcept("neighborhood renewal", "en")?.id).toBe("neighbourhood-renewal");
		expect(findConcept("مياه", "ar")?.id).toBe("water");
		expect(findConcept("здоров'я", "uk")?.id).toBe("health");
	});

	test("accepts the id, and gives nothing for an unknown name", () => {
		expect(findConcept("sponge-city")?.id).toBe("sponge-city");
		expect(findConcept("")).toBeUndefined();
		expect(findConcept("constructor")).toBeUndefined();
	});
});

describe("suggesting concepts while somebody types", () => {
	test("puts the label that begins with the words first and says which label matched", () => {
		const [first] = suggestConcepts("starkr", "de");
		expect(first).toMatchObject({ label: "Starkregen", language: "de", preferred: true });
		expect(first?.concept.id).toBe("pluvial-flooding");
	});

	test("finds later words, parts of compounds, and words in any order", () => {
		expect(idsFor("budget", "en", 20)).toContain("participatory-budgeting");
		expect(idsFor("planung", "de", 20)).toContain("heat-planning");
		expect(idsFor("reuse water", "en")).toContain("water-reuse");
		expect(idsFor("eau", "fr", 20)).toContain("access-to-water");
	});

	test("prefers the reader's language and goes on to the others", () => {
		const suggestions = suggestConcepts("tram", "en", 10);
		expect(suggestions[0]).toMatchObject({ language: "en" });
		expect(idsFor("Bürgerhaushalt", "uk")).toEqual(["participatory-budgeting"]);
		expect(suggestConcepts("водоканал", "es")[0]).toMatchObject({ language: "uk" });
	});

	test("puts a whole name in another language before the middle of words in the reader's own", () => {
		const found = suggestConcepts("vélo", "en", 100);
		expect(found[0]).toMatchObject({ label: "vélo", language: "fr" });
		expect(found.some(({ label }) => label === "capacity development")).toBe(true);
	});

	test("forgives a typing error when nothing else fits", () => {
		expect(idsFor("recylcing", "en")).toContain("recycling");
		expect(idsFor("Hochwaserschutz", "de")).toContain("flood-protection");
		expect(idsFor("participatry budgetting", "en")).toContain("participatory-budgeting");
		expect(idsFor("مشاركه المواطنيين", "ar")).toContain("citizen-participation");
	});

	test("gives each concept once, not more than asked for, and nothing for nothing", () => {
		const many = idsFor("wasser", "de", 30);
		expect(new Set(many).size).toBe(many.length);
		expect(idsFor("w", "en", 5)).toHaveLength(5);
		expect(idsFor("  ?! ", "en")).toEqual([]);
		expect(idsFor("water", "en", 0)).toEqual([]);
		expect(idsFor("xyzzyplugh", "en")).toEqual([]);
	});

	test("reaches every concept by its own label in each language", () => {
		for (const concept of concepts.values())
			for (const language of languages) {
				const label = concept.prefLabel[language];
				expect(idsFor(label, language, 1), `${language} ${label}`).toEqual([concept.id]);
			}
	});
});

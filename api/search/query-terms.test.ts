import { describe, expect, it } from "vitest";
import { likelyLanguages, queryTerms } from "./query-terms.ts";

const stems = (text: string, reader: string) =>
	Object.fromEntries(
		queryTerms(text, reader)
			.filter(({ kind }) => kind === "stem")
			.map(({ lexeme, weight }) => [lexeme, weight]),
	);

describe("likelyLanguages", () => {
	it("takes the reader's language first and others of the same script after it", () => {
		expect(likelyLanguages("agua", "es")[0]).toBe("es");
		expect(likelyLanguages("agua", "es")).toContain("en");
	});

	it("goes by the script when the reader's language is not written in it", () => {
		expect(likelyLanguages("مياه", "de")).toEqual(["ar"]);
		expect(likelyLanguages("вода", "en")[0]).toBe("uk");
		expect(likelyLanguages("water", "ar")[0]).toBe("en");
	});

	it("keeps a language of the reader that nobody else here reads", () => {
		expect(likelyLanguages("água", "pt")[0]).toBe("pt");
	});

	it("takes both languages of a text in two scripts", () => {
		expect(likelyLanguages("Київ smart city", "uk")).toEqual(expect.arrayContaining(["uk", "en"]));
	});
});

describe("queryTerms", () => {
	it("weighs a word in the reader's language above the same as another language would have it", () => {
		const found = stems("Verpackungen", "de");
		expect(found.verpack).toBe(1);
		expect(found.verpackungen).toBeLessThan(1);
	});

	it("gives nothing to look for when there is no word", () => {
		for (const text of ["", "  ", "?!", "\u202E\u200B", "\u0000", "\uD800"])
			expect(queryTerms(text, "en")).toEqual([]);
	});

	it("bounds what an endless query costs", () => {
		const essay = Array.from({ length: 5000 }, (_, at) => `word${at}`).join(" ");
		expect(queryTerms(essay, "en").length).toBeLessThanOrEqual(400);
	});
});

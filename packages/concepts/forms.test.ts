import { languages } from "@interurban/contract/languages";
import { describe, expect, test } from "vitest";
import { irregularForms, parseForms } from "./forms.ts";

describe("irregular forms", () => {
	test.each(languages)("lead to a word that is no such form itself (%s)", (language) => {
		const forms = irregularForms(language);
		expect(forms.size).toBeGreaterThan(100);
		expect([...forms].filter(([form, word]) => forms.has(word) || form === word)).toEqual([]);
	});

	test.each(languages)("are single words, composed and trimmed (%s)", (language) => {
		const words = [...irregularForms(language)].flat();
		expect(words.filter((word) => word !== word.normalize("NFC").trim() || /[\s|'"]/.test(word))).toEqual([]);
	});

	test("are read from lines, and a line without one is named", () => {
		expect(parseForms("go\twent | gone\n", "en").get("gone")).toBe("go");
		expect(() => parseForms("go\twent\nrun\n", "en")).toThrow("en.tsv:2");
	});
});

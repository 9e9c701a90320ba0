import { irregularForms } from "@interurban/concepts/forms";
import { describe, expect, it } from "vitest";
import { baseOfGerman, verbsOf } from "./german.ts";

const base = (word: string) => baseOfGerman(word, irregularForms("de"));

describe("German verbs", () => {
	it("are known by their irregular forms, with or without a prefix", () => {
		expect(["genommen", "aufgenommen", "übernimmt", "vernommen", "zurückgegeben"].map(base)).toEqual([
			...["nehmen", "aufnehmen", "übernehmen", "vernehmen", "zurückgeben"],
		]);
	});

	it("are not read from nouns", () => {
		for (const noun of ["maßnahmen", "aufgaben", "angebot", "betrieb", "verband", "sprachen", "schienen"])
			expect(base(noun)).toBe(noun);
	});

	it("are offered for participles and for infinitives with zu", () => {
		expect(verbsOf("geänderten")).toContain("ändern");
		expect(verbsOf("gespeichert")).toContain("speichern");
		expect(verbsOf("eingeführte")).toContain("einführen");
		expect(verbsOf("einzuführen")).toContain("einführen");
		expect(verbsOf("wasser")).toEqual([]);
	});
});

import { expect, test } from "vitest";
import { slugOf } from "./slug.ts";

test("a title becomes the readable part of an address", () => {
	expect(slugOf("Municipal packaging tax: 50 cents!", "en")).toBe("municipal-packaging-tax-50-cents");
	expect(slugOf("L’eau d'Évian — forêts & œuvres", "fr")).toBe("leau-devian-forets-oeuvres");
	expect(slugOf("Łódź", "pl")).toBe("lodz");
});

test("German umlauts are spelled with two letters in German", () => {
	expect(slugOf("Grüne Höfe für Straßen", "de")).toBe("gruene-hoefe-fuer-strassen");
	expect(slugOf("Pingüinos", "es")).toBe("pinguinos");
});

test("Ukrainian is spelled by its national system", () => {
	expect(slugOf("Підземні школи Харкова", "uk")).toBe("pidzemni-shkoly-kharkova");
	expect(slugOf("Ївга з'їла щастя, Згурський", "uk")).toBe("yivha-zila-shchastia-zghurskyi");
});

test("other scripts are spelled letter by letter", () => {
	for (const [text, language] of [
		["محطة معالجة المياه", "ar"],
		["垃圾分类", "zh"],
		["การจัดการขยะ", "th"],
		["ቆሻሻ", "am"],
	] as const)
		expect(slugOf(text, language), text).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
});

test("a long title is cut between words, an endless word anywhere", () => {
	const slug = slugOf("a very long title about many things that a city did in many years of work", "en", 30);
	expect(slug).toBe("a-very-long-title-about-many");
	expect(slugOf("x".repeat(200), "en")).toHaveLength(60);
});

test("what cannot be spelled is empty", () => {
	expect(slugOf("— … ()", "en")).toBe("");
});

import { expect, test } from "vitest";
import { languageOf } from "./text-language.ts";

test("tells the six languages apart", () => {
	const texts = {
		de: "Wir haben das gleiche Problem mit den Bäckereien, die Getränke zum Mitnehmen verkaufen.",
		en: "We have the same problem with bakeries that sell drinks to take away.",
		fr: "Nous avons le même problème avec les boulangeries qui vendent des boissons à emporter.",
		es: "Tenemos el mismo problema con las panaderías que venden bebidas para llevar.",
		ar: "لدينا نفس المشكلة مع المخابز التي تبيع المشروبات الجاهزة.",
		uk: "У нас така сама проблема з пекарнями, які продають напої на винос.",
	};
	for (const [language, text] of Object.entries(texts)) expect(languageOf(text, "en")).toBe(language);
});

test("a word or two in Latin letters are of the language that its writer names", () => {
	for (const language of ["fr", "de"] as const) expect(languageOf("Compostage", language)).toBe(language);
	expect(languageOf("الفيضانات", "fr")).toBe("ar");
	expect(languageOf("Компостування відходів", "fr")).toBe("uk");
});

test("what says too little, and an address alone, count as the writer's language", () => {
	for (const text of ["", "ok", "👍", "123", "https://ville.example/une-page-en-francais"])
		expect(languageOf(text, "uk"), text).toBe("uk");
});

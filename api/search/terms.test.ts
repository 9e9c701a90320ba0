import { describe, expect, it } from "vitest";
import { grams, terms, wordsOf } from "./terms.ts";

/** Forms of one word, which must all be found by any of them. */
const inflections: [language: string, forms: string][] = [
	["en", "city cities city's City"],
	["de", "Stadt Städte Städten STADT"],
	["de", "Straße Straßen STRASSE"],
	["fr", "énergétique énergétiques energetique"],
	["fr", "l’eau d'eau l'eau eau"],
	["en", "take took taken taking"],
	["de", "nehmen nimmt genommen"],
	["de", "Museum Museen"],
	["fr", "construire construit construisent"],
	["es", "lugar lugares"],
	["es", "ciudad ciudades"],
	["es", "inundación inundaciones"],
	["es", "construir construye construyeron"],
	["ar", "مشروع المشروع مشاريع المشاريع والمشاريع"],
	["ar", "مدينة مدن المدن"],
	["uk", "людина людей людьми"],
	["es", "proporción proporciones proporcion"],
	["uk", "громада громади громаді громаду громадою громадами громад"],
	["uk", "енергія енергії енергію енергією"],
	["uk", "мешканець мешканці мешканців мешканцям мешканцями"],
	["uk", "будинок будинку будинки будинків"],
	["uk", "фінансування фінансуванню фінансованого"],
	["uk", "критерії критеріїв критерій"],
	["uk", "Харків Харкова Харкові"],
	["uk", "Львів Львова Львовом"],
	["uk", "Київ Києва Києву"],
	["uk", "повінь повені повеней"],
	["uk", "рік року роки років"],
	["uk", "п'ять п’ять пʼять"],
	["ar", "المدينة مدينة والمدينة بالمدينة للمدينة مَدينة مدينه"],
	["ar", "بلدية البلدية بلديات البلديات والبلدية"],
	["ar", "مياه المياه للمياه والمياه"],
	["ar", "إدارة ادارة الإدارة وإدارة"],
	["ar", "فيضان الفيضان فيضانات الفيضانات"],
	["ar", "وزارة الوزارة والوزارة"],
	["ru", "города город городу"],
	["tr", "ISPANAK ıspanak"],
];

describe("terms", () => {
	it.each(inflections)("brings the forms of a word to one stem (%s: %s)", (language, forms) => {
		expect([...new Set(forms.split(" ").flatMap((form) => terms(form, language)))]).toHaveLength(1);
	});

	it("keeps words apart that only begin alike", () => {
		expect(terms("فندق", "ar")).not.toEqual(terms("ندق", "ar"));
		expect(terms("рада", "uk")).not.toEqual(terms("радник", "uk"));
		expect(terms("universal", "en")).not.toEqual(terms("water", "en"));
	});

	it("leaves out words that say nothing about the subject", () => {
		expect(terms("How can the city do this?", "en")).toEqual(["citi"]);
		expect(terms("Wie ist das mit der Stadt", "de")).toEqual(["stadt"]);
		expect(terms("aujourd'hui qu'il n'y a", "fr")).toEqual([]);
		expect(terms("¿Cuántos años?", "es")).toEqual(["anos"]);
		expect(terms("في هذه المدينة", "ar")).toEqual(["مدين"]);
		expect(terms("що це за місто", "uk")).toEqual(["міст"]);
	});

	it("repeats a word that a text repeats", () => {
		expect(terms("water, water everywhere", "en")).toEqual(["water", "water", "everywher"]);
	});

	it("reads numbers in every way of writing them", () => {
		expect(terms("2030 ٢٠٣٠ ２０３０", "ar")).toEqual(["2030", "2030", "2030"]);
		expect(terms("1,250,000 1.250.000", "en")).toEqual(["1250000", "1250000"]);
		expect(terms("C40 m² 40km", "en")).toEqual(["c40", "m2", "40km"]);
	});

	it("splits at hyphens of any kind and ignores invisible characters", () => {
		expect(terms("To-go To‑go", "de")).toEqual(["to", "go", "to", "go"]);
		expect(terms("Stadt\u00ADpark \u202Eabc\u200Bd\u202C", "de")).toEqual(["stadtpark", "abcd"]);
	});

	it("keeps a letter before a hyphen with its word", () => {
		expect(terms("e-mail E‑Mail email", "de")).toEqual(["email", "email", "email"]);
		expect(terms("a-t-il vu l’e-mail", "fr")).toEqual(terms("vu email", "fr"));
	});

	it("only folds words of a language without a stemmer", () => {
		expect(terms("Ciudades sostenibles, Łódź", "xx")).toEqual(["ciudades", "sostenibles", "lodz"]);
	});

	it("goes by the language of a regional tag", () => {
		expect(terms("cities", "en-GB")).toEqual(terms("cities", "en"));
	});

	it("cuts scripts without spaces into pairs", () => {
		expect(terms("都市計画", "ja")).toEqual(["都市", "市計", "計画"]);
	});

	it.each([
		["nothing", ""],
		["punctuation", "?! … — ()"],
		["emoji", "🏙️🚲"],
		["broken text", "\uDFFF\u0000\uD800"],
	])("finds no word in %s", (_, text) => {
		expect(terms(text, "en")).toEqual([]);
	});

	it("answers the same at every call", () => {
		const words = "активність можливість діяльність активністю можливості";
		expect(terms(words, "uk")).toEqual(terms(words, "uk"));
		expect(terms("діяльність", "uk")).toEqual(terms("діяльність", "uk"));
	});

	it("bounds the length of a term", () => {
		expect(terms("a".repeat(10_000), "en")[0]?.length).toBeLessThanOrEqual(40);
	});
});

describe("grams", () => {
	const of = (text: string, language: string) => new Set(grams(wordsOf(text, language), language));

	it("are shared by a compound and its parts", () => {
		const shared = [...of("Trinkwasserversorgung", "de")].filter((gram) => of("Wasser", "de").has(gram));
		expect(shared).toEqual(["wass", "asse", "sser"]);
	});

	it("know where a word begins and ends", () => {
		expect([...of("Rat", "de")]).toEqual(["#rat", "rat#"]);
	});

	it("never hold half a character", () => {
		expect([...of("𝒳𐐷𐐷𐐷ab", "en")].every((gram) => gram === Buffer.from(gram).toString())).toBe(true);
	});
});

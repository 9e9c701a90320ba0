import { type Language, languages } from "@interurban/contract/languages";
import { describe, expect, test } from "vitest";
import { ancestorsOf, concepts, descendantsOf, topConcepts } from "./concepts.ts";
import { fold } from "./fold.ts";

const all = [...concepts.values()];

/** Bidirectional and other invisible format characters, controls, and characters outside any script. */
const hidden = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/u;

function labelsOf(id: string): { language: Language; label: string }[] {
	const concept = concepts.get(id);
	return languages.flatMap((language) =>
		[concept?.prefLabel[language] ?? "", ...(concept?.altLabel[language] ?? [])].map((label) => ({
			language,
			label,
		})),
	);
}

describe("the concept scheme", () => {
	test("holds at least 600 concepts under themes that are each a file", () => {
		expect(all.length).toBeGreaterThanOrEqual(600);
		expect(topConcepts().map(({ id }) => id)).toEqual(topConcepts().map(({ theme }) => theme));
		expect(new Set(topConcepts().map(({ theme }) => theme)).size).toBe(
			new Set(all.map(({ theme }) => theme)).size,
		);
	});

	test("covers all parts of city work with several concepts each", () => {
		const parts = [
			...[
				"water",
				"urban-heat",
				"heating-and-cooling",
				"waste",
				"mobility",
				"energy",
				"housing",
				"participation",
			],
			...[
				"municipal-finance",
				"procurement",
				"local-economy",
				"migration",
				"decentralisation",
				"reconstruction",
			],
			...[
				"health",
				"education",
				"digital",
				"culture",
				"safety",
				"emergency-management",
				"climate-adaptation",
			],
			...[
				"environment",
				"food",
				"social",
				"urban-planning",
				"tourism",
				"sports",
				"partnership",
				"administration",
			],
		];
		const thin = parts.filter((id) => descendantsOf(id).length + (concepts.get(id)?.related.length ?? 0) < 3);
		expect(thin).toEqual([]);
	});

	test("names every concept by a kebab-case id", () => {
		expect(all.map(({ id }) => id).filter((id) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))).toEqual([]);
	});

	test("uses each label for one concept only in a language, however it is spelled", () => {
		const seen = new Map<string, string>();
		const repeated: string[] = [];
		for (const { id } of all)
			for (const { language, label } of labelsOf(id)) {
				const key = `${language} ${fold(label)}`;
				if (seen.has(key)) repeated.push(`${language} "${label}": ${seen.get(key)}, ${id}`);
				seen.set(key, id);
			}
		expect(repeated).toEqual([]);
	});

	test("writes labels composed, trimmed, and without invisible characters", () => {
		const faults = all.flatMap(({ id }) =>
			labelsOf(id)
				.filter(
					({ label }) =>
						label !== label.normalize("NFC").trim() || hidden.test(label) || /\s\s|['"]/.test(label),
				)
				.map(({ language, label }) => `${id} ${language} ${label}`),
		);
		expect(faults).toEqual([]);
	});

	test("gives every concept at least two alternative labels in each language, and an English note", () => {
		const thin = all.flatMap(({ id, altLabel }) =>
			languages.filter((language) => altLabel[language].length < 2).map((language) => `${id} ${language}`),
		);
		expect(thin).toEqual([]);
		const notes = all.map(({ id, scopeNote }) => ({ id, note: scopeNote }));
		const faulty = notes.filter(({ note }) => !/^\p{Lu}[^'"]+[.]$/u.test(note) || note !== note.trim());
		expect(faulty).toEqual([]);
		expect(new Set(notes.map(({ note }) => note)).size).toBe(notes.length);
	});

	test("writes Arabic in Arabic and Ukrainian in Cyrillic letters, the others in Latin ones", () => {
		const scripts = { ar: "Arabic", uk: "Cyrillic", de: "Latin", en: "Latin", es: "Latin", fr: "Latin" };
		/** Abbreviations and names that the language writes in Latin letters too. */
		const borrowed = /^[A-Z0-9.+-]*[A-Z]+[A-Za-z0-9.+-]*$/;
		const faults = all.flatMap(({ id }) =>
			labelsOf(id)
				.filter(({ language, label }) => {
					const letters = new RegExp(`\\p{Script=${scripts[language]}}`, "u");
					const words = label.split(/[^\p{L}\p{M}\p{N}.+-]+/u).filter((word) => /\p{L}/u.test(word));
					return (
						!words.some((word) => letters.test(word) || borrowed.test(word)) ||
						words.some(
							(word) => !borrowed.test(word) && [...word].some((c) => /\p{L}/u.test(c) && !letters.test(c)),
						)
					);
				})
				.map(({ language, label }) => `${id} ${language} ${label}`),
		);
		expect(faults).toEqual([]);
		const foreign = all.flatMap(({ id }) =>
			labelsOf(id).filter(({ language, label }) => language === "uk" && /[ыэъё]/iu.test(label)),
		);
		expect(foreign).toEqual([]);
	});

	test("begins labels in lower case but for German nouns, names and abbreviations", () => {
		const capital = /^\p{Lu}\p{Ll}+(?!\p{L})/u;
		const names = /^(Agenda|Sustainable Development Goals|France|Roma|Roms|South-South|Порядок денний 2030)/u;
		const faults = all.flatMap(({ id }) =>
			labelsOf(id)
				.filter(({ language, label }) => language !== "de" && capital.test(label) && !names.test(label))
				.map(({ language, label }) => `${id} ${language} ${label}`),
		);
		expect(faults).toEqual([]);
	});

	test("has no concept above itself, and leads every concept to a theme", () => {
		for (const { id, broader } of all) {
			expect(
				ancestorsOf(id).map((concept) => concept.id),
				id,
			).not.toContain(id);
			if (broader.length)
				expect(
					ancestorsOf(id).some((above) => above.broader.length === 0),
					id,
				).toBe(true);
		}
	});

	test("puts every concept below the theme in whose file it stands", () => {
		const strays = all.filter(
			({ id, theme }) => ![id, ...ancestorsOf(id).map((above) => above.id)].includes(theme),
		);
		expect(strays.map(({ id }) => id)).toEqual([]);
	});

	test("refers only to concepts that exist, in both directions, and never both as broader and as related", () => {
		const faults = all.flatMap(({ id, broader, related }) => {
			const family = ancestorsOf(id).map((above) => above.id);
			return [...broader, ...related]
				.filter((other) => !concepts.has(other) || other === id)
				.concat(related.filter((other) => family.includes(other)))
				.concat(related.filter((other) => !concepts.get(other)?.related.includes(id)))
				.map((other) => `${id} → ${other}`);
		});
		expect(faults).toEqual([]);
	});

	test("links each concept to goals between 1 and 17, each once", () => {
		const faults = all.filter(
			({ sdgs }) =>
				!sdgs.length ||
				new Set(sdgs).size !== sdgs.length ||
				sdgs.some((n) => !Number.isInteger(n) || n < 1 || n > 17),
		);
		expect(faults.map(({ id }) => id)).toEqual([]);
	});

	test("points to at most one concept in each of EuroVoc and GEMET, and no two concepts to the same", () => {
		const addresses = all.flatMap(({ exactMatch }) => exactMatch);
		const known =
			/^http:\/\/(eurovoc\.europa\.eu\/(\d+|c_[0-9a-f]{8})|www\.eionet\.europa\.eu\/gemet\/concept\/\d+)$/;
		expect(addresses.filter((address) => !known.test(address))).toEqual([]);
		expect(new Set(addresses).size).toBe(addresses.length);
		const vocabularyOf = (address: string) => new URL(address).host;
		const doubtful = all.filter(
			({ exactMatch }) => new Set(exactMatch.map(vocabularyOf)).size < exactMatch.length,
		);
		expect(doubtful.map(({ id }) => id)).toEqual([]);
	});
});

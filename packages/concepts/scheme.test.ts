import { languages } from "@interurban/contract/languages";
import { describe, expect, test } from "vitest";
import { ancestorsOf, concepts, topConcepts } from "./concepts.ts";
import { fold } from "./fold.ts";

const all = [...concepts.values()];

/** Bidirectional and other invisible format characters, controls, and characters outside any script. */
const hidden = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/u;

function labelsOf(id: string): { language: string; label: string }[] {
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

	test("writes Arabic in Arabic and Ukrainian in Cyrillic letters, the others in Latin ones", () => {
		const script = { ar: /\p{Script=Arabic}/u, uk: /\p{Script=Cyrillic}/u };
		const faults = all.flatMap(({ id, prefLabel }) =>
			languages
				.filter((language) => {
					const own = language === "ar" || language === "uk" ? script[language] : /\p{Script=Latin}/u;
					return !own.test(prefLabel[language]) || /[ыэёъ]/iu.test(prefLabel[language]);
				})
				.map((language) => `${id} ${language}`),
		);
		expect(faults).toEqual([]);
		const mixed = all.flatMap(({ id }) =>
			labelsOf(id).filter(({ label }) =>
				label
					.split(/[^\p{L}]+/u)
					.some((word) => /\p{Script=Cyrillic}/u.test(word) && /\p{Script=Latin}/u.test(word)),
			),
		);
		expect(mixed).toEqual([]);
	});

	test("begins labels in lower case but for German nouns, names and abbreviations", () => {
		const capital = /^\p{Lu}\p{Ll}+(?!\p{L})/u;
		const names = /^(Agenda|France|Roma|Roms|South-South|Порядок денний 2030)/u;
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

	test("points to one concept in EuroVoc or GEMET, and no two concepts to the same", () => {
		const addresses = all.flatMap(({ exactMatch }) => exactMatch);
		const known =
			/^http:\/\/(eurovoc\.europa\.eu\/(\d+|c_[0-9a-f]{8})|www\.eionet\.europa\.eu\/gemet\/concept\/\d+)$/;
		expect(addresses.filter((address) => !known.test(address))).toEqual([]);
		expect(new Set(addresses).size).toBe(addresses.length);
	});
});

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { errorCodes } from "@interurban/contract/errors";
import { languages } from "@interurban/contract/languages";
import { parse, type Token } from "@messageformat/parser";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

type Section = Record<string, string>;

function sectionsOf(language: string): Map<string, Section> {
	const folder = `${root}packages/words/${language}`;
	return new Map(
		readdirSync(folder).map((file) => [
			file.replace(".json", ""),
			JSON.parse(readFileSync(`${folder}/${file}`, "utf8")) as Section,
		]),
	);
}

/** Every `.ts` and `.tsx` file of the pages and the service, as one text. */
function sources(): string {
	const skipped = new Set(["node_modules", "dist", "generated"]);
	const read = (folder: string): string[] =>
		readdirSync(`${root}${folder}`, { withFileTypes: true }).flatMap((entry) => {
			const path = `${folder}/${entry.name}`;
			if (entry.isDirectory()) return skipped.has(entry.name) ? [] : read(path);
			return /\.tsx?$/.test(entry.name) ? [readFileSync(`${root}${path}`, "utf8")] : [];
		});
	return [...read("web"), ...read("api")].join("\n");
}

/** Names of a message's arguments, and the plural categories given for each of its plurals. */
function inspect(message: string) {
	const names = new Set<string>();
	const plurals: { name: string; categories: string[] }[] = [];
	const visit = (tokens: Token[]): void => {
		for (const token of tokens) {
			if ("arg" in token) names.add(token.arg);
			if (token.type === "plural")
				plurals.push({ name: token.arg, categories: token.cases.map((choice) => choice.key) });
			if ("cases" in token) for (const choice of token.cases) visit(choice.tokens);
		}
	};
	visit(parse(message));
	return { names: [...names].sort(), plurals };
}

const english = sectionsOf("en");
const englishKeys = [...english].flatMap(([section, words]) =>
	Object.keys(words).map((key) => `${section}.${key}`),
);

describe.each(languages)("the words in %s", (language) => {
	const sections = sectionsOf(language);

	it("are the same keys as in English, none missing and none extra", () => {
		const keys = [...sections].flatMap(([section, words]) =>
			Object.keys(words).map((key) => `${section}.${key}`),
		);
		expect(keys.sort()).toEqual([...englishKeys].sort());
	});

	it("take the same arguments as in English", () => {
		for (const [section, words] of sections)
			for (const [key, message] of Object.entries(words)) {
				const expected = inspect(english.get(section)?.[key] ?? "").names;
				expect(inspect(message).names, `${section}.${key}`).toEqual(expected);
			}
	});

	it("have every plural form that the language needs", () => {
		const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
		// French and Spanish use "many" from a million on only, where "other" reads as well.
		const wanted = needed.filter((category) => !(category === "many" && ["fr", "es"].includes(language)));
		for (const [section, words] of sections)
			for (const [key, message] of Object.entries(words))
				for (const { name, categories } of inspect(message).plurals)
					for (const category of wanted)
						expect(categories, `${section}.${key}: ${name} has no form for "${category}"`).toContain(
							category,
						);
	});

	it("are not empty and use typographic apostrophes", () => {
		for (const [section, words] of sections)
			for (const [key, message] of Object.entries(words)) {
				expect(message.trim(), `${section}.${key}`).not.toBe("");
				expect(message, `${section}.${key}`).not.toContain("'");
			}
	});
});

describe("the dictionary", () => {
	it("has words for every error code, and only for those", () => {
		const keys = Object.keys(english.get("errors") ?? {}).filter(
			(key) => !/_title$|^home$|^request$|^from_start$|^try_again$|^sign_in_again$/.test(key),
		);
		expect(keys.sort()).toEqual([...errorCodes].sort());
	});

	it("holds nothing that no page or service uses", () => {
		const code = sources();
		// A key may be put together: `practices.stage_${stage}` uses every key that begins so.
		const begun = [...code.matchAll(/["'`]([a-z0-9_]+\.[\w.]*)\$\{/g)].map((match) => match[1] as string);
		const unused = englishKeys.filter(
			(key) =>
				!new RegExp(`["'\`]${key.replaceAll(".", "\\.")}["'\`]`).test(code) &&
				!begun.some((start) => key.startsWith(start)),
		);
		expect(unused).toEqual([]);
	});
});

import type { Language } from "@interurban/contract/languages";

/** What a first page in a language surely shows: the text of its script, its headings, Latin figures. */
const files: Partial<Record<Language, string[]>> & { latin: string[] } = {
	latin: ["text-latin", "heading-latin"],
	ar: ["text-arabic", "heading-arabic", "text-latin"],
	uk: ["text-cyrillic", "heading-cyrillic", "text-latin"],
};

/**
 * The font files that pages in a language should fetch first, as paths below `web/`, which are also their keys in
 * Vite's manifest. Other scripts follow by `unicode-range` where they occur. None for readers who save data.
 */
export function fontPreloads(language: Language): string[] {
	return (files[language] ?? files.latin).map((name) => `fonts/${name}.woff2`);
}

import type { Language } from "@interurban/contract/languages";
import { compareIn } from "@interurban/words/collate";
import { localeOf } from "@interurban/words/words";

export type SpokenLanguageRow = { tag: string };

/** ISO 639 codes of languages with a million speakers or official somewhere. */
const tags =
	"af ak am ar as ay az be bg bm bn bo br bs ca cs cy da de dv dz ee el en es et eu fa ff fi fil fj fo fr fy ga gd gl gn gu ha he hi hr ht hu hy id ig is it ja jv ka kk km ckb kn ko ku ky lb lg ln lo lt lua lv mai mg mi mk ml mn mos mr ms mt my ne nl no ny om or pa pl ps pt qu rm rn ro ru rw sd sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tn to tr ts tt ug uk ur uz vi wo xh yo yue zh zu".split(
		" ",
	);

const known: ReadonlySet<string> = new Set(tags);

/** Whether a profile can name a language. */
export const isSpokenLanguage = (tag: string): boolean => known.has(tag);

const displays = new Map<Language, Intl.DisplayNames>();

/** A language's name in another one; its tag when it has none. */
export function languageName(tag: string, reader: Language): string {
	const name = nameWithin(tag, reader);
	return name.charAt(0).toLocaleUpperCase(reader) + name.slice(1);
}

/** The names of languages within a sentence: "allemand, anglais et français". */
export const languageNames = (tags: readonly string[], reader: Language): string =>
	new Intl.ListFormat(localeOf(reader)).format(tags.map((tag) => nameWithin(tag, reader)));

function nameWithin(tag: string, reader: Language): string {
	let display = displays.get(reader);
	if (!display) {
		display = new Intl.DisplayNames(localeOf(reader), { type: "language" });
		displays.set(reader, display);
	}
	return display.of(tag) ?? tag;
}

const sorted = new Map<Language, SpokenLanguageRow[]>();

/** Every language that a profile can name, sorted by its name in the reader's language. */
export function listSpokenLanguages(reader: Language): readonly SpokenLanguageRow[] {
	let rows = sorted.get(reader);
	if (!rows) {
		const compare = compareIn(reader);
		rows = tags.map((tag) => ({ tag }));
		rows.sort((a, b) => compare(languageName(a.tag, reader), languageName(b.tag, reader)));
		sorted.set(reader, rows);
	}
	return rows;
}

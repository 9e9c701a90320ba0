const vowelSigns = /[\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED]/g;
const articles = ["بال", "كال", "فال", "ال", "لل"];
const suffixes = ["ها", "ات", "ان", "ون", "ين", "يه", "ه", "ي"];

/** One spelling for the letters that writers exchange freely: alef with any sign, final ya, ta marbuta, Persian kaf and ya. */
export function normaliseArabic(word: string): string {
	return word
		.replace(vowelSigns, "")
		.replace(/[أإآٱ]/g, "ا")
		.replace(/[ىی]/g, "ي")
		.replace(/ک/g, "ك")
		.replace(/ة/g, "ه");
}

const withoutAnd = (word: string): string => (word.startsWith("و") && word.length > 3 ? word.slice(1) : word);

/**
 * Light stemming after light10 (Larkey, Ballesteros and Connell 2002): the conjunction, one article, then the suffixes
 * in turn. A و goes after the article, too, so that words which have it by nature (وزارة) lose it in all their forms.
 * Initial ب and ف stay: too many words begin with them by nature.
 * @param forms words by their broken plurals, normalised
 */
export function stemArabic(word: string, forms: ReadonlyMap<string, string>): string {
	let stem = withoutAnd(normaliseArabic(word));
	const article = articles.find((prefix) => stem.startsWith(prefix) && stem.length >= prefix.length + 2);
	if (article) stem = withoutAnd(stem.slice(article.length));
	stem = forms.get(stem) ?? stem;
	for (const suffix of suffixes)
		if (stem.endsWith(suffix) && stem.length >= suffix.length + 2) stem = stem.slice(0, -suffix.length);
	return stem;
}

/** Articles, conjunctions and prepositions as they stand before nouns; before verbs there is the sign of the future, too. */
const proclitics = ["وال", "فال", "بال", "كال", "ال", "لل", "و", "ف", "ب", "ل", "ك"];
const ofVerbs = [...proclitics, "س"];
const pronouns = ["هما", "كما", "ها", "هم", "هن", "نا", "كم", "كن", "ه", "ك"];
const endings = [...pronouns, "ي", "وا", "ون", "ين", "ات", "ان", "ا", "ت"];
const ofImperfect = ["ي", "ت", "ن", "ا"];
const shortestWord = 3;

const atStart = (form: string, affix: string): string | null =>
	form.startsWith(affix) ? form.slice(affix.length) : null;
const atEnd = (form: string, affix: string): string | null =>
	form.endsWith(affix) ? form.slice(0, -affix.length) : null;

/** Adds to some forms what is left of each of them when one of some affixes is cut off. */
function cut(forms: Set<string>, affixes: readonly string[], off: typeof atStart): void {
	for (const form of [...forms])
		for (const affix of affixes) {
			const rest = off(form, affix);
			if (rest !== null && rest.length >= shortestWord) forms.add(rest);
		}
}

const longestFirst = (forms: Iterable<string>): string[] =>
	[...forms].sort((one, other) => other.length - one.length);

/**
 * The nouns that a written word may be with conjunctions, prepositions, articles and pronouns put to it, the longest
 * first: "ولمدينتهم" → …, "مدينتهم", "مدينت", …
 */
export function withoutClitics(word: string): string[] {
	const found = new Set([normaliseArabic(word)]);
	cut(found, proclitics, atStart);
	cut(found, proclitics, atStart);
	cut(found, pronouns, atEnd);
	return longestFirst(found);
}

/**
 * The words that a written one may be with articles, prepositions, pronouns and endings of verbs put to it, the longest
 * first. For looking up in a vocabulary; most of them are none.
 */
export function withoutAffixes(word: string): string[] {
	const found = new Set([normaliseArabic(word)]);
	cut(found, ofVerbs, atStart);
	cut(found, ofVerbs, atStart);
	cut(found, endings, atEnd);
	cut(found, endings, atEnd);
	cut(found, ofImperfect, atStart);
	return longestFirst([...found, ...[...found].map((form) => `${form}ه`)]);
}

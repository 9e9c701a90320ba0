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

const proclitics = ["وال", "فال", "بال", "كال", "ال", "لل", "و", "ف", "ب", "ل", "ك", "س"];
const enclitics = "هما كما ها هم هن نا كم كن ه ك ي وا ون ين ات ان ا ت".split(" ");
const ofImperfect = ["ي", "ت", "ن", "ا"];
const shortestWord = 3;

/**
 * The words that a written one may be with articles, prepositions, pronouns and endings of verbs put to it, the longest
 * first: "ومدينتهم" → …, "مدينته", "مدينت", … For looking up in a vocabulary; most of them are none.
 */
export function withoutAffixes(word: string): string[] {
	const found = new Set([normaliseArabic(word)]);
	const cut = (
		affixes: readonly string[],
		isThere: (form: string, affix: string) => boolean,
		atEnd: boolean,
	) => {
		for (const form of [...found])
			for (const affix of affixes)
				if (isThere(form, affix) && form.length - affix.length >= shortestWord)
					found.add(atEnd ? form.slice(0, -affix.length) : form.slice(affix.length));
	};
	const begins = (form: string, affix: string) => form.startsWith(affix);
	const ends = (form: string, affix: string) => form.endsWith(affix);
	cut(proclitics, begins, false);
	cut(proclitics, begins, false);
	cut(enclitics, ends, true);
	cut(enclitics, ends, true);
	cut(ofImperfect, begins, false);
	const forms = [...found];
	return [...forms, ...forms.map((form) => `${form}ه`)].sort((one, other) => other.length - one.length);
}

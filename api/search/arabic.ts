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
 */
export function stemArabic(word: string): string {
	let stem = withoutAnd(normaliseArabic(word));
	const article = articles.find((prefix) => stem.startsWith(prefix) && stem.length >= prefix.length + 2);
	if (article) stem = withoutAnd(stem.slice(article.length));
	for (const suffix of suffixes)
		if (stem.endsWith(suffix) && stem.length >= suffix.length + 2) stem = stem.slice(0, -suffix.length);
	return stem;
}

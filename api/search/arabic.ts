const vowelSigns = /[\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED]/g;
const articles = ["وال", "بال", "كال", "فال", "ال", "لل"];
const suffixes = ["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"];

/** One spelling for the letters that writers exchange freely: alef with any sign, final ya, ta marbuta, Persian kaf and ya. */
export function normaliseArabic(word: string): string {
	return word
		.replace(vowelSigns, "")
		.replace(/[أإآٱ]/g, "ا")
		.replace(/[ىی]/g, "ي")
		.replace(/ک/g, "ك")
		.replace(/ة/g, "ه");
}

/**
 * Light stemming as in light10 (Larkey, Ballesteros and Connell 2002): the conjunction, one article, then the
 * suffixes in turn. Initial ب and ف stay: too many words begin with them by nature (Snowball's fault).
 */
export function stemArabic(word: string): string {
	let stem = normaliseArabic(word);
	if (stem.startsWith("و") && stem.length > 3) stem = stem.slice(1);
	const article = articles.find((prefix) => stem.startsWith(prefix) && stem.length >= prefix.length + 2);
	if (article) stem = stem.slice(article.length);
	for (const suffix of suffixes)
		if (stem.endsWith(suffix) && stem.length >= suffix.length + 2) stem = stem.slice(0, -suffix.length);
	return stem;
}

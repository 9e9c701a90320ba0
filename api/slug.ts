import anyAscii from "any-ascii";

/** The Ukrainian national system of 2010, as on road signs and in passports. */
const ukrainian: Readonly<Record<string, string>> = {
	...{ а: "a", б: "b", в: "v", г: "h", ґ: "g", д: "d", е: "e", є: "ie", ж: "zh", з: "z", и: "y", і: "i" },
	...{ ї: "i", й: "i", к: "k", л: "l", м: "m", н: "n", о: "o", п: "p", р: "r", с: "s", т: "t", у: "u" },
	...{ ф: "f", х: "kh", ц: "ts", ч: "ch", ш: "sh", щ: "shch", ю: "iu", я: "ia", ь: "" },
};
const ukrainianInitial: Readonly<Record<string, string>> = { є: "ye", ї: "yi", й: "y", ю: "yu", я: "ya" };
const german: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue" };

/**
 * The readable part of an address: Latin letters and digits joined by hyphens, cut between words. Ukrainian and German
 * are spelled as those languages do, every other script letter by letter. Empty when nothing can be spelled.
 * @param language BCP 47 tag of the text
 */
export function slugOf(text: string, language: string, longest = 60): string {
	const lower = text.normalize("NFC").toLowerCase();
	const words = anyAscii(spell(lower, language))
		.toLowerCase()
		.replace(/['’`"]/g, "")
		.split(/[^a-z0-9]+/)
		.filter(Boolean);
	let slug = (words[0] ?? "").slice(0, longest);
	for (const word of words.slice(1)) {
		if (slug.length + word.length >= longest) break;
		slug += `-${word}`;
	}
	return slug;
}

function spell(lower: string, language: string): string {
	if (/^de\b/i.test(language)) return lower.replace(/[äöü]/g, (letter) => german[letter] ?? letter);
	if (/^uk\b/i.test(language) || /[іїєґ]/.test(lower))
		return lower
			.replace(/['’ʼ]/g, "")
			.replaceAll("зг", "zgh")
			.replace(/(?<!\p{L})[єїйюя]/gu, (letter) => ukrainianInitial[letter] ?? letter)
			.replace(/[а-яіїєґ]/g, (letter) => ukrainian[letter] ?? letter);
	return lower;
}

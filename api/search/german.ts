/** What stands before a verb, apart from it or not: aufnehmen, vernehmen. The longer ones first. */
const prefixes =
	"zusammen entgegen auseinander zurück wieder weiter bereit heraus hinaus herein hinein voran voraus vorbei unter über durch statt fest teil nach fort hier hin her weg los ein aus auf bei mit vor ver ent zer be er an ab um zu"
		.split(" ")
		.sort((one, other) => other.length - one.length);

/** The dictionary form of a German word that has an irregular form, also behind a prefix: aufgenommen → aufnehmen. */
export function baseOfGerman(word: string, forms: ReadonlyMap<string, string>): string {
	const known = forms.get(word);
	if (known !== undefined) return known;
	for (const prefix of prefixes) {
		if (!word.startsWith(prefix)) continue;
		const rest = word.slice(prefix.length);
		const base = forms.get(rest) ?? forms.get(`ge${rest}`);
		if (base?.endsWith("n")) return prefix + base;
	}
	return word;
}

/**
 * The verbs that a word may be the participle or the infinitive with "zu" of: "geänderten" → ändern, änderen; "einzuführen" →
 * einführen. For looking up in a vocabulary; most of them are none.
 */
export function verbsOf(word: string): string[] {
	const [, prefix = "", inner = ""] = /^(.{0,9}?)(?:ge|zu)(.{2,}?)$/.exec(word) ?? [];
	if (prefix && !prefixes.includes(prefix)) return [];
	const stem = /^(.+?)t(?:e[nmrs]?)?$/.exec(inner)?.[1];
	return stem
		? [`${prefix}${stem}en`, `${prefix}${stem}n`]
		: /n$/.test(inner) && prefix
			? [prefix + inner]
			: [];
}

import { fold } from "./normalise.ts";
import { stemmerOf } from "./stemmers.ts";
import { vocabularyOf } from "./vocabulary.ts";

/** What stands between the parts: Regierung-s-bezirk, Straße-n-bahn. */
const joints = ["", "s", "es", "n", "en", "er", "e"];
/** Endings that are words as well: Gesell-schaft is no shaft, Begrün-dung no dung. */
const endings = new Set([
	"bar",
	"dung",
	"frei",
	"heit",
	"keit",
	"ling",
	"los",
	"lung",
	"reich",
	"schaft",
	"voll",
	"zeug",
]);
/** Parts are at least so long; shorter ones are only taken for a noun of the vocabularies: Deponie-gas. */
const shortest = 4;
/** In a word that the vocabularies have, as that is more often a word of its own: Haushalt is not about houses. */
const shortestFirstOfKnown = 5;
/** The head of a compound whose first part nobody knows. */
const shortestHead = 5;

interface Words {
	forms: ReadonlySet<string>;
	stems: ReadonlySet<string>;
	/** Stems of nouns, each with the length of its shortest form: nothing else ends a compound, and nothing shorter. */
	nouns: ReadonlyMap<string, number>;
}

let german: Words | undefined;

/** The German words of the vocabularies, folded. */
function known(): Words {
	if (!german) {
		const { words, stems, nouns } = vocabularyOf("de");
		german = {
			forms: new Set(words.map(fold)),
			stems: new Set(stems),
			nouns: new Map(Object.entries(nouns)),
		};
	}
	return german;
}

const remembered = new Map<string, readonly string[]>();
const mostRemembered = 50_000;

/**
 * The words that a German compound consists of, folded, with those that they consist of in turn: Trinkwasserversorgung →
 * trinkwasser, trinken, wasser, versorgung. Empty for a word that is none.
 * @param word from `wordsOf`
 */
export function partsOf(word: string): readonly string[] {
	let parts = remembered.get(word);
	if (!parts) {
		if (remembered.size >= mostRemembered) remembered.clear();
		parts = cut(fold(word)).flatMap((part) => [part, ...partsOf(part)]);
		remembered.set(word, parts);
	}
	return parts;
}

function cut(word: string): string[] {
	if (word.length < 2 * shortest - 1 || !/^[a-z]+$/.test(word)) return [];
	const { forms, stems } = known();
	if (forms.has(word) || stems.has(stemmerOf("de")(word))) return knownParts(word, true) ?? [];
	return knownParts(word, false) ?? headOf(word);
}

/** The word as parts that are known, as few as possible, the first one as long as possible. */
function knownParts(word: string, isKnown: boolean): string[] | null {
	const isLong = (part: string, least: number): boolean =>
		part.length >= least || (!isKnown && part.length === 3 && isNoun(part) && known().forms.has(part));
	const cuts: [first: string, rest: string][] = [];
	for (let at = word.length - 3; at >= 3; at--) {
		const first = isLong(word.slice(0, at), isKnown ? shortestFirstOfKnown : shortest)
			? modifier(word.slice(0, at))
			: null;
		const rest = word.slice(at);
		if (first === null) continue;
		cuts.push([first, rest]);
	}
	const inTwo = cuts.filter(([, rest]) => isLong(rest, shortest) && isNoun(rest));
	const best = inTwo.find(([, rest]) => known().forms.has(rest)) ?? inTwo[0];
	if (best) return best;
	for (const [first, rest] of cuts) {
		const parts = rest.length > 2 * shortest ? knownParts(rest, isKnown) : null;
		if (parts) return [first, ...parts];
	}
	return null;
}

/** A first part without what joins it to the next; null when it is no word. */
function modifier(part: string): string | null {
	const { forms, stems } = known();
	for (const joint of joints) {
		const base = part.slice(0, part.length - joint.length);
		if (!part.endsWith(joint) || base.length < 3 || endings.has(base)) continue;
		const word = [base, `${base}e`, `${base}en`].find((form) => forms.has(form));
		if (word ?? (base.length >= shortest && stems.has(base))) return word ?? base;
	}
	return null;
}

function isNoun(part: string): boolean {
	const stem = stemmerOf("de")(part);
	return !endings.has(part) && !endings.has(stem) && part.length >= (known().nouns.get(stem) ?? Infinity);
}

function headOf(word: string): string[] {
	for (let at = shortest; at <= word.length - shortestHead; at++)
		if (isNoun(word.slice(at))) return [word.slice(at)];
	return [];
}

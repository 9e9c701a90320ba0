const vowel = /[аеиіоуюяєї]/;
const shortest = 3;

/** The vowel of a last syllable that changes when the syllable opens: повінь, повені; рік, року. */
const alternating = /(?<=.)[оеє](?=[бвгґджзйклмнпрстфхцчшщ]$)/;

/** Endings of nouns and adjectives, then of verbs; the longest that leaves a stem of three letters with a vowel goes. */
const endings = [
	"остями остях остям істю ості остей ість",
	"ового овому овими ових ової овою овий овій ова ове ові ову овим",
	"ями ами ими іми їми йми ьми ого ього ому ьому ією",
	"ий ій їй ої ьої ою ьою их іх їх ей им ім їм ам ям ах ях ом ем єм ів їв ею єю еві єві ові ев єв",
	"а я у ю о е є и і ї ь й",
	"увати ювати увало ювало увала ювала ували ювали ував ював ують юють уйте ує ює уючи юючи",
	"ували увало аючи яючи ають яють ає яє ати яти ити іти їти ала яла ила іла али яли или іли ало яло ило іло ав яв ив ів",
	"ють ять уть ать имо ите емо ете єте єш єть еш иш ить",
]
	.join(" ")
	.split(" ")
	.filter((ending, at, all) => all.indexOf(ending) === at)
	.sort((a, b) => b.length - a.length);

/** What makes a noun or an adjective of the same root: фінансування, фінансований, фінансовий → фінанс. */
const derivations = ["уванн", "юванн", "ованн", "ован", "йован", "ув", "юв", "ов"];

const strip = (word: string, suffixes: readonly string[]): string => {
	for (const suffix of suffixes) {
		const stem = word.slice(0, -suffix.length);
		if (stem.length >= shortest && word.endsWith(suffix) && vowel.test(stem)) return stem;
	}
	return word;
};

/**
 * A light stemmer for Ukrainian, of our own: the published ones keep state between calls or split one noun's cases.
 * Takes a lower-case word without apostrophes.
 */
export function stemUkrainian(word: string): string {
	if (word.length <= shortest || !vowel.test(word)) return word;
	let stem = word.replace(/(?<=..)(ся|сь)$/, "");
	if (/(?<=...)ець$/.test(stem)) stem = `${stem.slice(0, -3)}ц`;
	else if (/(?<=..[бвгджзклмнпрстфхцчшщ])[оі]к$/.test(stem)) stem = `${stem.slice(0, -2)}к`;
	else if (/^..?їв$/.test(stem)) stem = `${stem.slice(0, -2)}єв`;
	else stem = strip(stem, endings);
	stem = stem.replace(/(?<=...)[ьії]$/, "");
	stem = strip(stem, derivations);
	stem = stem.replace(/ів$/, "ов");
	stem = stem.replace(/(нн|тт|лл|чч|жж|сс|зз|дд)$/, (pair) => pair.charAt(0));
	return stem.replace(alternating, "і");
}

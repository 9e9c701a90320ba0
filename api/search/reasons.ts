import type { Match, MatchKind } from "./matches.ts";
import type { QueryTerm } from "./query-terms.ts";
import { grams } from "./terms.ts";
import { readText, type Text, takeApart } from "./texts.ts";

/** Why something was found: what in it answers a word of the query. */
export interface Reason {
	kind: MatchKind;
	/** The word or words, as typed. */
	typed: string;
	/** What answers them, as it stands in the text. */
	found: string;
	/** BCP 47, of that. */
	language: string;
	/** The concept's id, for those. */
	concept: string | null;
}

/** The better reason first: there is no need to tell of a translation when the word itself is there. */
const order: readonly MatchKind[] = ["word", "form", "concept", "translation"];

/** Of each word of a query the best reason that the texts give, the earliest of equals, in the order of the words. */
export function reasonsIn(texts: readonly Text[], query: readonly QueryTerm[]): Reason[] {
	const best = new Map<string, Reason>();
	const typed = [...new Set(query.map((term) => term.typed))];
	for (const each of texts) {
		if (typed.every((one) => best.get(one)?.kind === "word")) break;
		const { text, matches } = readText(each, query);
		for (const match of matches) {
			const known = best.get(match.typed);
			if (known && order.indexOf(known.kind) <= order.indexOf(match.kind)) continue;
			best.set(match.typed, toReason(match, text, each.language));
		}
	}
	const told = typed.flatMap((each) => best.get(each) ?? []).filter((reason) => !isTold(reason, best));
	return told.filter((reason) => !told.some((other) => isPartOf(reason, other)));
}

/** Of what merely shares letters with a query, the word that shares the most groups of four with one of its words. */
export function resemblanceIn(texts: readonly Text[], query: readonly QueryTerm[]): Reason[] {
	const typedBy = new Map<string, string[]>();
	for (const { kind, lexeme, typed } of query)
		if (kind === "gram") typedBy.set(lexeme, [...(typedBy.get(lexeme) ?? []), typed]);
	let most = 0;
	let best: Reason[] = [];
	for (const each of texts) {
		const { text, clauses } = takeApart(each);
		for (const { word, start, end } of clauses().flatMap(({ tokens }) => tokens)) {
			const shared = grams([word], each.language).flatMap((gram) => typedBy.get(gram) ?? []);
			for (const typed of new Set(shared)) {
				const count = shared.filter((one) => one === typed).length;
				if (count <= most) continue;
				most = count;
				const { language } = each;
				best = [{ kind: "form", typed, found: text.slice(start, end), language, concept: null }];
			}
		}
	}
	return best;
}

/** Whether something is told of several words in other ones, though each of them is there itself. */
function isTold({ kind, typed }: Reason, best: ReadonlyMap<string, Reason>): boolean {
	const words = typed.split(" ");
	if (words.length === 1 || (kind !== "concept" && kind !== "translation")) return false;
	return words.every((word) => ["word", "form"].includes(best.get(word)?.kind ?? ""));
}

/** Whether another reason tells the same of more words: "rain" beside "heavy rain". */
const isPartOf = (reason: Reason, other: Reason): boolean =>
	other !== reason &&
	other.typed.length > reason.typed.length &&
	other.found.includes(reason.found) &&
	other.typed.split(" ").includes(reason.typed);

const toReason = ({ kind, typed, concept, start, end }: Match, text: string, language: string): Reason => ({
	...{ kind, typed, concept, language },
	found: text.slice(start, end),
});

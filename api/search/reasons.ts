import type { Match, MatchKind } from "./matches.ts";
import type { QueryTerm } from "./query-terms.ts";
import { readText, type Text } from "./texts.ts";

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
	const told = typed.flatMap((each) => best.get(each) ?? []);
	return told.filter((reason) => !told.some((other) => isPartOf(reason, other)));
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

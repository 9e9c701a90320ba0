import type { Language } from "@interurban/contract/languages";
import { spellingsOf } from "./fold.ts";
import { allowedErrors, errorsToPrefix } from "./nearness.ts";
import type { Concept } from "./scheme.ts";

export interface IndexedLabel {
	readonly concept: Concept;
	readonly language: Language;
	readonly label: string;
	readonly preferred: boolean;
	readonly folded: string;
}

export interface Hit {
	readonly label: IndexedLabel;
	/** The lower, the better. */
	readonly rank: number;
}

/**
 * The labels of one language, prepared for typing ahead: all folded labels stand in one long string, each after a line
 * feed, so that one native search walks through the whole scheme.
 */
export class LabelIndex {
	readonly #labels: IndexedLabel[] = [];
	readonly #starts: number[] = [];
	readonly #text: string;
	readonly #exact = new Map<string, IndexedLabel>();
	/** Word → labels that contain it, the words grouped by first letter. */
	readonly #words = new Map<string, Map<string, IndexedLabel[]>>();

	constructor(concepts: Iterable<Concept>, language: Language) {
		let text = "";
		for (const label of labelsIn(concepts, language)) {
			this.#starts.push(text.length);
			this.#labels.push(label);
			text += `\n${label.folded}`;
			if (label.preferred || !this.#exact.has(label.folded)) this.#exact.set(label.folded, label);
			for (const word of label.folded.split(" ")) this.#addWord(word, label);
		}
		this.#text = text;
	}

	/** The label that is exactly this folded text. */
	exactly(folded: string): IndexedLabel | undefined {
		return this.#exact.get(folded);
	}

	/** Labels in which every typed word occurs; one or two letters are only sought at the beginning of a label. */
	containing(typed: string): Hit[] {
		const words = typed.split(" ");
		const longest = words.reduce((a, b) => (b.length > a.length ? b : a));
		const sought = typed.length < 3 ? `\n${typed}` : longest;
		const hits: Hit[] = [];
		let position = this.#text.indexOf(sought);
		while (position >= 0) {
			const index = this.#indexAt(position);
			const label = this.#labels[index];
			const rank = label ? rankOf(label.folded, typed, words) : undefined;
			if (label && rank !== undefined) hits.push({ label, rank });
			const next = this.#starts[index + 1];
			if (next === undefined) break;
			position = this.#text.indexOf(sought, next);
		}
		return hits;
	}

	/** Labels that have, for every typed word, a word beginning alike but for a typing error or two. */
	resembling(typed: string): Hit[] {
		let hits: Map<IndexedLabel, number> | undefined;
		for (const word of typed.split(" ")) {
			const near = this.#labelsNear(word);
			const kept = hits;
			hits = kept
				? new Map([...near].filter(([label]) => kept.has(label)).map(([l, n]) => [l, n + (kept.get(l) ?? 0)]))
				: near;
		}
		return [...(hits ?? [])].map(([label, rank]) => ({ label, rank }));
	}

	#labelsNear(word: string): Map<IndexedLabel, number> {
		const limit = allowedErrors(word.length);
		const near = new Map<IndexedLabel, number>();
		for (const [candidate, labels] of this.#words.get(word.charAt(0)) ?? []) {
			const errors = errorsToPrefix(word, candidate, limit);
			if (errors > limit) continue;
			for (const label of labels) near.set(label, Math.min(errors, near.get(label) ?? errors));
		}
		return near;
	}

	#addWord(word: string, label: IndexedLabel): void {
		const letter = word.charAt(0);
		const group = this.#words.get(letter) ?? new Map<string, IndexedLabel[]>();
		this.#words.set(letter, group);
		group.set(word, [...(group.get(word) ?? []), label]);
	}

	/** The index of the label that covers a position of the text. */
	#indexAt(position: number): number {
		let low = 0;
		let high = this.#starts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((this.#starts[middle] ?? 0) <= position) low = middle;
			else high = middle - 1;
		}
		return low;
	}
}

function* labelsIn(concepts: Iterable<Concept>, language: Language): Generator<IndexedLabel> {
	for (const concept of concepts) {
		const preferredLabel = concept.prefLabel[language];
		for (const label of [preferredLabel, ...concept.altLabel[language]]) {
			const preferred = label === preferredLabel;
			for (const folded of spellingsOf(label, language))
				yield { concept, language, label, preferred, folded };
		}
	}
}

/** 0 the label itself, 1 its beginning, 2 all words begin words of it, 3 all occur in it; undefined: no match. */
function rankOf(folded: string, typed: string, words: readonly string[]): number | undefined {
	if (folded === typed) return 0;
	if (folded.startsWith(typed)) return 1;
	if (words.every((word) => folded.startsWith(word) || folded.includes(` ${word}`))) return 2;
	return words.every((word) => word.length > 2 && folded.includes(word)) ? 3 : undefined;
}

/** Where a phrase stands in a text: at which of its stems it begins, of how many it consists, and what it stands for. */
export interface FoundPhrase<T> {
	at: number;
	length: number;
	meanings: readonly T[];
}

/** Words and phrases by the stems they consist of, each with what it stands for. */
export class Phrases<T> {
	/** By their stems with spaces between. */
	readonly #meanings = new Map<string, readonly T[]>();
	/** How many stems the longest phrase has that begins with one. */
	readonly #longest = new Map<string, number>();
	/** Phrases of several stems, by the first. */
	readonly #beginning = new Map<string, string[]>();

	/** @param phrases by their stems, with spaces between */
	constructor(phrases: Iterable<[stems: string, meanings: readonly T[]]>) {
		for (const [stems, meanings] of phrases) {
			const [first = "", ...rest] = stems.split(" ");
			this.#meanings.set(stems, meanings);
			this.#longest.set(first, Math.max(rest.length + 1, this.#longest.get(first) ?? 0));
			const begun = this.#beginning.get(first);
			if (begun) begun.push(stems);
			else if (rest.length > 0) this.#beginning.set(first, [stems]);
		}
	}

	/** What a single stem stands for. */
	of(stem: string): readonly T[] {
		return this.#meanings.get(stem) ?? [];
	}

	/** What phrases of several stems stand for that begin with one. */
	beginningWith(stem: string): T[] {
		return (this.#beginning.get(stem) ?? []).flatMap((stems) => this.#meanings.get(stems) ?? []);
	}

	/** All that consist of a single stem. */
	single(): [stem: string, meanings: readonly T[]][] {
		return [...this.#meanings].filter(([stems]) => !stems.includes(" "));
	}

	/**
	 * The longest phrase at every place from the first stem to the last; none overlaps another.
	 * @param others further stems that the word at a place may have, looked at when no phrase begins with its own
	 */
	in(stems: readonly string[], others?: (at: number) => readonly string[]): FoundPhrase<T>[] {
		const found: FoundPhrase<T>[] = [];
		for (let at = 0; at < stems.length; ) {
			let phrase = this.#at(stems[at] as string, stems, at);
			if (!phrase && others) for (const other of others(at)) if (!phrase) phrase = this.#at(other, stems, at);
			if (phrase) found.push(phrase);
			at += phrase?.length ?? 1;
		}
		return found;
	}

	#at(first: string, stems: readonly string[], at: number): FoundPhrase<T> | null {
		for (let length = Math.min(this.#longest.get(first) ?? 0, stems.length - at); length > 0; length--) {
			const meanings = this.#meanings.get([first, ...stems.slice(at + 1, at + length)].join(" "));
			if (meanings) return { at, length, meanings };
		}
		return null;
	}
}

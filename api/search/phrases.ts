/** Where a phrase stands in a text: at which of its stems it begins, of how many it consists, and what it stands for. */
export interface FoundPhrase<T> {
	at: number;
	length: number;
	meanings: readonly T[];
}

interface Phrase<T> {
	stems: readonly string[];
	meanings: T[];
}

/** Words and phrases by the stems they consist of, each with what it stands for. */
export class Phrases<T> {
	/** Those that begin with a stem, the longest first. */
	readonly #byFirst = new Map<string, Phrase<T>[]>();

	/** Adds a meaning once; a phrase without a stem is left out. */
	add(stems: readonly string[], meaning: T): void {
		const [first] = stems;
		if (first === undefined) return;
		const begun = this.#byFirst.get(first) ?? [];
		const known = begun.find((phrase) => isSame(phrase.stems, stems));
		if (known) {
			if (!known.meanings.includes(meaning)) known.meanings.push(meaning);
			return;
		}
		const after = begun.findIndex((phrase) => phrase.stems.length < stems.length);
		begun.splice(after < 0 ? begun.length : after, 0, { stems, meanings: [meaning] });
		this.#byFirst.set(first, begun);
	}

	/** What a single stem stands for. */
	of(stem: string): readonly T[] {
		return this.#byFirst.get(stem)?.find((phrase) => phrase.stems.length === 1)?.meanings ?? [];
	}

	/** The longest phrase at every place from the first stem to the last; none overlaps another. */
	in(stems: readonly string[]): FoundPhrase<T>[] {
		const found: FoundPhrase<T>[] = [];
		for (let at = 0; at < stems.length; ) {
			const phrase = this.#byFirst
				.get(stems[at] as string)
				?.find((each) => each.stems.every((stem, offset) => stems[at + offset] === stem));
			if (phrase) found.push({ at, length: phrase.stems.length, meanings: phrase.meanings });
			at += phrase?.stems.length ?? 1;
		}
		return found;
	}
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
	one.length === other.length && one.every((stem, at) => stem === other[at]);

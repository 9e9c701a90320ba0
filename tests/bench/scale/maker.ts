/** A process that makes practices and what the product indexes them by, a piece at a time, as it is asked to. */
import { type Posting, postingsOf } from "@interurban/api/search/postings";
import { rowOf } from "@interurban/api/search/search.index";
import { type Material, makeMaterial, practiceAt, type Town } from "./practices.ts";

/** Which practices, by their numbers. */
interface Range {
	from: number;
	upTo: number;
}

/** Some practices. */
export interface Piece {
	documents: { row: ReturnType<typeof rowOf>; title: string; body: string; terms: number }[];
	/** Of one practice after the other; as numbers of this process, which are counted from 0 as terms are first met. */
	terms: Uint32Array;
	weights: Float32Array;
	/** Those that were met for the first time. */
	added: Pick<Posting, "kind" | "lexeme">[];
}

const numbers = new Map<string, number>();

function make(material: Material, { from, upTo }: Range): Piece {
	const found: Posting[] = [];
	const documents = [];
	for (let number = from; number < upTo; number++) {
		const thing = practiceAt(number, material);
		const postings = postingsOf([thing, ...(thing.translations ?? [])]);
		found.push(...postings);
		const { title, lead, body } = thing;
		documents.push({ row: rowOf(thing), title, body: `${lead} ${body}`, terms: postings.length });
	}
	const added: Piece["added"] = [];
	const terms = Uint32Array.from(found, ({ kind, lexeme }) => {
		const key = `${lexeme} ${kind}`;
		let number = numbers.get(key);
		if (number === undefined) {
			number = numbers.size;
			numbers.set(key, number);
			added.push({ kind, lexeme });
		}
		return number;
	});
	return { documents, terms, weights: Float32Array.from(found, ({ weight }) => weight), added };
}

let material: Material | undefined;
process.on("message", (asked: { towns: readonly Town[] } | Range) => {
	if ("towns" in asked) material = makeMaterial(asked.towns);
	else if (material) process.send?.(make(material, asked));
});

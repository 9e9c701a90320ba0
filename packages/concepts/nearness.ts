/** How many typing errors a word of this length is forgiven. */
export function allowedErrors(length: number): number {
	if (length < 4) return 0;
	return length < 8 ? 1 : 2;
}

/**
 * The least number of insertions, deletions, replacements and swaps of neighbours (optimal string alignment) that turn
 * `typed` into some beginning of `word`; `limit + 1` when it is more than `limit`.
 */
export function errorsToPrefix(typed: string, word: string, limit: number): number {
	const width = Math.min(word.length, typed.length + limit);
	let before: number[] = [];
	let last = Array.from({ length: width + 1 }, (_, column) => column);
	for (let row = 1; row <= typed.length; row++) {
		const current = [row];
		let best = row;
		for (let column = 1; column <= width; column++) {
			const same = typed[row - 1] === word[column - 1];
			let errors = Math.min(
				at(last, column) + 1,
				at(current, column - 1) + 1,
				at(last, column - 1) + (same ? 0 : 1),
			);
			const swapped = typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1];
			if (row > 1 && column > 1 && swapped) errors = Math.min(errors, at(before, column - 2) + 1);
			current.push(errors);
			best = Math.min(best, errors);
		}
		if (best > limit) return limit + 1;
		before = last;
		last = current;
	}
	return Math.min(limit + 1, ...last);
}

function at(row: readonly number[], column: number): number {
	return row[column] ?? Number.POSITIVE_INFINITY;
}

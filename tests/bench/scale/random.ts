/** Numbers that look random and are the same in every run. */
export interface Random {
	/** From 0 up to, not including, 1. */
	next(): number;
	/** A whole number from 0 up to, not including, one. */
	below(count: number): number;
	of<T>(from: readonly T[]): T;
	/** Around a mean, with a standard deviation. */
	normal(mean: number, deviation: number): number;
}

/** A counter whose bits are mixed as those of a hash. */
export function makeRandom(seed: number): Random {
	let state = Math.imul(seed, 0x9e3779b1);
	const next = () => {
		state = (state + 0x9e3779b9) | 0;
		let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
		mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
		return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
	};
	const below = (count: number) => Math.floor(next() * count);
	return {
		next,
		below,
		of: <T>(from: readonly T[]) => from[below(from.length)] as T,
		normal(mean, deviation) {
			const radius = Math.sqrt(-2 * Math.log(1 - next()));
			return mean + deviation * radius * Math.cos(2 * Math.PI * next());
		},
	};
}

/** Draws ranks from 0 as Zipf's law has the words of a language: the chance falls with the rank. */
export function makeZipf(count: number): (random: Random) => number {
	const upTo = new Float64Array(count);
	let sum = 0;
	for (let rank = 0; rank < count; rank++) {
		sum += 1 / (rank + 2.7);
		upTo[rank] = sum;
	}
	return (random) => {
		const sought = random.next() * sum;
		let low = 0;
		let high = count - 1;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((upTo[middle] as number) < sought) low = middle + 1;
			else high = middle;
		}
		return low;
	};
}

import type { Db } from "@interurban/db/client";

type Taken<T> = { at: number; value: Promise<T>; renewing: boolean };

/**
 * Figures over the whole network, at most `seconds` old. Counting costs more as the network grows, but no reader waits for
 * it: old figures are shown until the new ones are there.
 */
export function makeFigures<T>(count: (db: Db) => Promise<T>, seconds: number): (db: Db) => Promise<T> {
	const taken = new WeakMap<Db, Taken<T>>();
	const keep = (db: Db, value: Promise<T>) => taken.set(db, { at: Date.now(), value, renewing: false });
	return (db) => {
		const last = taken.get(db);
		if (!last) {
			const first = count(db);
			keep(db, first);
			first.catch(() => taken.delete(db));
			return first;
		}
		if (!last.renewing && Date.now() - last.at > seconds * 1000) {
			last.renewing = true;
			count(db).then(
				(value) => keep(db, Promise.resolve(value)),
				() => {
					last.renewing = false;
				},
			);
		}
		return last.value;
	};
}

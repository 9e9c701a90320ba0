import type { Db } from "@interurban/db/client";
import { transact, transactAtOnce } from "@interurban/db/transact";
import type { Context, Emit } from "./context.ts";

/** What is to happen once the transaction stands, in order; nothing of it happens when it fails. */
export type AfterCommit = { emit: Emit; run: (effect: () => void) => void };

/**
 * One transaction, begun again when it had to give way to another one. Events are sent after its COMMIT and never without it, so that nobody hears of what is not stored.
 * @param work gets the transaction and the list of what is to follow
 * @param options.isOneStatement the work is that, which saves the ways there and back to begin and to commit
 */
export async function write<T>(
	ctx: Pick<Context, "db" | "emit" | "log" | "pageCache">,
	work: (tx: Db, after: AfterCommit) => Promise<T>,
	options: { isOneStatement?: boolean } = {},
): Promise<T> {
	let effects: (() => void)[] = [];
	const after: AfterCommit = {
		emit: (event, payload) => {
			effects.push(() => ctx.emit(event, payload));
		},
		run: (effect) => effects.push(effect),
	};
	const commit = options.isOneStatement ? transactAtOnce : transact;
	const result = await commit(ctx.db, (tx) => {
		effects = [];
		return work(tx, after);
	});
	ctx.pageCache.forget();
	for (const effect of effects) {
		try {
			effect();
		} catch (error) {
			ctx.log.error(error, "an effect after commit failed");
		}
	}
	return result;
}

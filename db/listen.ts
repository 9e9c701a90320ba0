import postgres from "postgres";
import type { Pool } from "./client.ts";

/** Milliseconds until a lost connection is made again. */
const pause = 250;

/**
 * Listens to what `pg_notify` says on a channel, over a connection of its own that is made again whenever it is lost:
 * with a pause in between, which the `listen` of postgres.js leaves out while a server is starting.
 * @param on.heard gets the payload of each notice
 * @param on.begun is called when listening begins, for the first time or again: notices before that are lost
 * @returns a function that ends it
 */
export function listen(
	db: Pool,
	channel: string,
	on: { heard: (payload: string) => void; begun: () => void },
): () => Promise<void> {
	let timer: NodeJS.Timeout | undefined;
	let stopped = false;
	const again = () => {
		if (!stopped) timer ??= setTimeout(begin, pause);
	};
	const client = postgres({
		...db.$client.options,
		...{ max: 1, idle_timeout: null, max_lifetime: null, fetch_types: false },
		onclose: again,
		onnotify: (_channel: string, payload: string) => on.heard(payload), // not in its types
	} as object);
	const begin = async () => {
		timer = undefined;
		try {
			await client`listen ${client(channel)}`;
			on.begun();
		} catch {
			again();
		}
	};
	void begin();
	return async () => {
		stopped = true;
		clearTimeout(timer);
		await client.end({ timeout: 1 });
	};
}

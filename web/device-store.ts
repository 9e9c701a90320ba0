import { createStore, type UseStore } from "idb-keyval";

/**
 * A store of the browser's database, shared by all tabs. Each use is rejected where it is refused, as private windows, full
 * disks and people who block what sites store do.
 */
export function openStore(database: string, name: string): UseStore {
	let opened: UseStore | undefined;
	// The browser may throw already when it is asked for the database.
	return async (mode, work) => {
		opened ??= createStore(database, name);
		return opened(mode, work);
	};
}

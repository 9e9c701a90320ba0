import { promisifyRequest } from "idb-keyval";
import { openStore } from "../device-store.ts";
import type { Outgoing } from "./outgoing.ts";

/** What this device keeps until it is acknowledged, of all its people and threads. */
export type OutgoingStore = {
	/** In the order of writing. */
	list(): Promise<Outgoing[]>;
	/** Puts a post behind all others. */
	add(entry: Omit<Outgoing, "position" | "isKept">): Promise<void>;
	/**
	 * Changes what is still there, or takes it out when the change answers null.
	 * @returns whether that could be written down
	 */
	change(clientId: string, to: (entry: Outgoing) => Outgoing | null): Promise<boolean>;
};

/** A store in the memory of this tab, for devices that keep nothing. */
export function makeMemoryStore(): OutgoingStore {
	const held = new Map<string, Outgoing>();
	let last = 0;
	return {
		list: async () => [...held.values()],
		async add(entry) {
			held.set(entry.clientId, { ...entry, position: ++last, isKept: false });
		},
		async change(clientId, to) {
			const before = held.get(clientId);
			const after = before && to(before);
			if (after) held.set(clientId, after);
			else held.delete(clientId);
			return true;
		},
	};
}

/** The browser's database, shared by all tabs; what it refuses, as private windows and full disks do, stays in memory. */
export function makeDeviceStore(): OutgoingStore {
	const memory = makeMemoryStore();
	const use = openStore("interurban-outbox", "posts");
	const all = (store: IDBObjectStore) => promisifyRequest<Outgoing[]>(store.getAll());
	const kept = () => use("readonly", all).catch(() => []);
	return {
		async list() {
			const entries = [...(await kept()), ...(await memory.list())];
			return entries.sort((a, b) => a.position - b.position);
		},
		async add(entry) {
			try {
				await use("readwrite", async (store) => {
					const position = Math.max(0, ...(await all(store)).map((other) => other.position)) + 1;
					store.put({ ...entry, position, isKept: true } satisfies Outgoing, entry.clientId);
					await promisifyRequest(store.transaction);
				});
			} catch {
				await memory.add(entry);
			}
		},
		async change(clientId, to) {
			await memory.change(clientId, to);
			return use("readwrite", async (store) => {
				const before = await promisifyRequest<Outgoing | undefined>(store.get(clientId));
				const after = before && to(before);
				if (after) store.put(after, clientId);
				else store.delete(clientId);
				await promisifyRequest(store.transaction);
				return true;
			}).catch(() => false);
		},
	};
}

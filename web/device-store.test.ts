import { expect, test } from "vitest";
import { findLocally, keepLocally, listLocally } from "./drafts/local-drafts.ts";
import { makeDeviceStore } from "./outbox/outgoing-store.ts";

// Here there is no database at all, which is what a browser that lets no site store anything looks like.
test("where nothing can be stored, a draft is said not to be kept", async () => {
	const draft = { key: "practice:new:1", fields: [], savedAt: "2026-03-01T10:00:00Z", version: 0 };
	expect(await keepLocally({ ...draft, ahead: true, owner: null })).toBe(false);
	expect(await findLocally(draft.key)).toBeUndefined();
	expect(await listLocally(null)).toEqual([]);
});

test("where nothing can be stored, a post waits in the memory of its page", async () => {
	const store = makeDeviceStore();
	expect(await store.list()).toEqual([]);
	await store.add({
		...{ clientId: "a", threadId: "1", owner: "olena", body: "Hello", replyTo: null, draftVersion: 0 },
		...{ status: "queued", issue: null, at: { title: "Heat", path: "/threads/1" } },
	});
	expect(await store.list()).toMatchObject([{ clientId: "a", isKept: false }]);
	await store.change("a", () => null);
	expect(await store.list()).toEqual([]);
});

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { afterRefusal, keeper, type Outgoing, pauseAfter } from "./outbox.ts";

/** The browser's, as far as it is used. */
function storage() {
	const items = new Map<string, string>();
	return {
		getItem: (key: string) => items.get(key) ?? null,
		setItem: (key: string, value: string) => void items.set(key, value),
		removeItem: (key: string) => void items.delete(key),
		get size() {
			return items.size;
		},
	};
}

let device: ReturnType<typeof storage>;
beforeEach(() => {
	device = storage();
	vi.stubGlobal("localStorage", device);
});
afterEach(() => {
	vi.unstubAllGlobals();
});

const entry = (clientId: string, more: Partial<Outgoing> = {}): Outgoing => ({
	...{ clientId, threadId: "1", body: "Hello", replyTo: null, owner: "olena" },
	...{ status: "queued", issue: null, version: null },
	...more,
});

test("what passes by itself is sent again, what does not waits for its author", () => {
	for (const code of ["offline", "unavailable", "rate_limited"] as const)
		expect(afterRefusal(entry("a"), { code }).status).toBe("queued");
	for (const code of [
		"auth.required",
		"not_found",
		"too_long",
		"internal",
		"posts.client_id_reused",
	] as const)
		expect(afterRefusal(entry("a"), { code })).toMatchObject({ status: "failed", issue: { code } });
});

test("one waits longer after each failure, at most half a minute, and as long as the server asks", () => {
	const pauses = [0, 1, 2, 3, 20].map((attempt) => pauseAfter({ code: "unavailable" }, attempt));
	expect(pauses[0]).toBeLessThan(1500);
	expect(pauses[3]).toBeGreaterThan(5000);
	expect(pauses[4]).toBeLessThan(38_000);
	expect(pauseAfter({ code: "rate_limited", args: { seconds: 42 } }, 0)).toBe(42_000);
});

test("what is typed and what waits to be sent is kept by person and thread", () => {
	const mine = keeper("olena", "1");
	mine.keepUnsent({ text: "Half a thought", replyTo: null });
	mine.keepOutgoing("a", entry("a"));
	expect(keeper("olena", "1").unsent().text).toBe("Half a thought");
	expect(keeper("olena", "1").outgoing()).toEqual([entry("a")]);
	expect(keeper("amadou", "1").unsent().text).toBe("");
	expect(keeper("olena", "2").outgoing()).toEqual([]);
});

test("two tabs do not take each other's posts out", () => {
	const [one, other] = [keeper("olena", "1"), keeper("olena", "1")];
	one.keepOutgoing("a", entry("a"));
	other.keepOutgoing("b", entry("b"));
	one.keepOutgoing("a", null);
	expect(other.outgoing()).toEqual([entry("b")]);
});

test("nothing is left behind once all is sent", () => {
	const mine = keeper("olena", "1");
	mine.keepUnsent({ text: "x", replyTo: null });
	mine.keepOutgoing("a", entry("a"));
	mine.keepUnsent({ text: "  ", replyTo: null });
	mine.keepOutgoing("a", null);
	expect(device.size).toBe(0);
});

test("a device that keeps nothing, or nonsense, does no harm", () => {
	device.setItem("interurban:outgoing:olena:1", "{");
	expect(keeper("olena", "1").outgoing()).toEqual([]);
	vi.stubGlobal("localStorage", {
		getItem: () => {
			throw new Error("denied");
		},
		setItem: () => {
			throw new Error("full");
		},
	});
	expect(keeper("olena", "1").keepUnsent({ text: "x", replyTo: null })).toBe(false);
	expect(keeper("olena", "1").unsent().text).toBe("");
});

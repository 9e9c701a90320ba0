import { expect, test } from "vitest";
import { afterRefusal, isHeld, nextToSend, type Outgoing, pauseAfter } from "./outgoing.ts";

const entry = (position: number, more: Partial<Outgoing> = {}): Outgoing => ({
	...{ clientId: String(position), position, threadId: "1", at: { title: "", path: "" }, body: "Hello" },
	...{ replyTo: null, owner: "olena", draftVersion: 0, status: "queued", issue: null, isKept: true },
	...more,
});

test("what passes by itself is sent again, what does not waits for its author", () => {
	for (const code of ["offline", "unavailable", "too_slow", "rate_limited", "auth.required"] as const)
		expect(afterRefusal(entry(1), { code })).toMatchObject({ status: "queued", issue: { code } });
	for (const code of ["not_found", "too_long", "internal", "threads.closed", "forbidden"] as const)
		expect(afterRefusal(entry(1), { code })).toMatchObject({ status: "failed", issue: { code } });
});

test("one waits longer after each failure, at most half a minute, and as long as the server asks", () => {
	const pauses = [0, 1, 2, 3, 20].map((attempt) => pauseAfter({ code: "unavailable" }, attempt));
	expect(pauses[0]).toBeLessThan(1500);
	expect(pauses[3]).toBeGreaterThan(5000);
	expect(pauses[4]).toBeLessThan(38_000);
	expect(pauseAfter({ code: "rate_limited", args: { seconds: 42 } }, 0)).toBe(42_000);
});

test("after the end of a session nothing is tried until something has happened", () => {
	expect(pauseAfter({ code: "auth.required" }, 0)).toBeNull();
});

test("a failed post holds what was written after it in its thread, and nothing else", () => {
	const entries = [entry(1, { status: "failed" }), entry(2), entry(3, { threadId: "2" })];
	expect(entries.map((each) => isHeld(each, entries))).toEqual([false, true, false]);
	expect(nextToSend(entries)?.position).toBe(3);
	expect(nextToSend(entries.slice(0, 2))).toBeUndefined();
});

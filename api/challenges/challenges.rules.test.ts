import { expect, test } from "vitest";
import { canCloseChallenge, canEditChallenge, isDay, isPast } from "./challenges.rules.ts";

const challenge = { authorId: 1 };

test("a challenge is changed by its author alone, and closed by a moderator too", () => {
	const viewers = [
		{ id: 1, role: "member" as const },
		{ id: 2, role: "member" as const },
		{ id: 3, role: "moderator" as const },
		null,
	];
	expect(viewers.map((viewer) => canEditChallenge(viewer, challenge))).toEqual([true, false, false, false]);
	expect(viewers.map((viewer) => canCloseChallenge(viewer, challenge))).toEqual([true, false, true, false]);
});

test("a day is one of the calendar", () => {
	expect(isDay("2028-02-29")).toBe(true);
	for (const text of ["2027-02-29", "2026-13-01", "2026-1-1", "tomorrow", "2026-11-30T00:00Z", ""])
		expect(isDay(text), text).toBe(false);
});

test("today is not past anywhere on earth", () => {
	const now = new Date("2026-11-30T01:00:00Z");
	expect(isPast("2026-11-30", now)).toBe(false);
	expect(isPast("2026-11-29", now)).toBe(false);
	expect(isPast("2026-11-28", now)).toBe(true);
});

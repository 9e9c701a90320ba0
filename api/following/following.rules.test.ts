import { broaderOf, concepts } from "@interurban/concepts/concepts";
import { expect, test } from "vitest";
import { levelOfThread, levelOfTopic, spreadLevels, startAt } from "./following.rules.ts";

/** A topic with one above it, and one above that. */
const [low = "", middle = "", high = ""] = (() => {
	for (const { id } of concepts.values())
		for (const above of broaderOf(id)) for (const top of broaderOf(above.id)) return [id, above.id, top.id];
	return [];
})();

test("the nearest topic that has a level decides", () => {
	expect(levelOfTopic(new Map([[high, "watching"]]), low)).toEqual({ level: "watching", isOwn: false });
	const both = new Map([
		[high, "watching"],
		[middle, "muted"],
	] as const);
	expect(levelOfTopic(both, low)).toEqual({ level: "muted", isOwn: false });
	expect(levelOfTopic(both, middle)).toEqual({ level: "muted", isOwn: true });
	expect(levelOfTopic(new Map([[low, "watching"]]), middle).level).toBe("normal");
});

test("what was chosen for a thread goes before its topic", () => {
	const chosen = new Map([[middle, "watching"]] as const);
	expect(levelOfThread(null, chosen, low)).toEqual({ level: "watching", isOwn: false });
	expect(levelOfThread("normal", chosen, low)).toEqual({ level: "normal", isOwn: true });
	expect(levelOfThread(null, chosen, null)).toEqual({ level: "normal", isOwn: false });
});

test("a level reaches every topic below, up to those with another one", () => {
	const spread = new Map(
		spreadLevels(
			new Map([
				[high, "tracking"],
				[middle, "muted"],
			]),
		).map(({ topicId, level }) => [topicId, level]),
	);
	expect([high, middle, low].map((id) => spread.get(id))).toEqual(["tracking", "muted", "muted"]);
});

test("a thread opens shortly before what is unread, with a full page where there is one", () => {
	expect(startAt(0, 10_000, 20)).toBe(0);
	expect(startAt(1, 10_000, 20)).toBe(0);
	expect(startAt(5000, 10_000, 20)).toBe(4998);
	expect(startAt(9_999, 10_000, 20)).toBe(9980);
	expect(startAt(10_000, 10_000, 20)).toBe(9980);
	expect(startAt(7, 8, 20)).toBe(0);
});

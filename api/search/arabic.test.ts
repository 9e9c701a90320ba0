import { describe, expect, it } from "vitest";
import { withoutAffixes } from "./arabic.ts";

describe("withoutAffixes", () => {
	it.each([
		["وبالمدينة", "مدينه"],
		["مدينتهم", "مدينت"],
		["للسكان", "سكان"],
		["يستخدمون", "ستخدم"],
	])("offers the word inside of %s", (word, inside) => {
		expect(withoutAffixes(word)).toContain(inside);
	});

	it("begins with the word itself and never gives fewer than three letters", () => {
		expect(withoutAffixes("بلدية")[0]?.length).toBeGreaterThanOrEqual(5);
		expect(withoutAffixes("والي").every((form) => form.length >= 3)).toBe(true);
	});
});

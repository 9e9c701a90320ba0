import type { Role } from "@interurban/contract/vocabulary";
import { describe, expect, test } from "vitest";
import {
	canEdit,
	canManageAuthors,
	canRemoveCoAuthor,
	canWithdraw,
	evidenceOf,
	evidenceReasonOf,
} from "./practices.rules.ts";

const practice = { authorId: 1, coAuthorIds: [2] };
const person = (id: number, role: Role = "member") => ({ id, role });

describe("who may", () => {
	test("edit: author, co-author, moderator and admin, nobody else", () => {
		expect(canEdit(person(1), practice)).toBe(true);
		expect(canEdit(person(2), practice)).toBe(true);
		expect(canEdit(person(9, "moderator"), practice)).toBe(true);
		expect(canEdit(person(9, "admin"), practice)).toBe(true);
		expect(canEdit(person(9), practice)).toBe(false);
		expect(canEdit(null, practice)).toBe(false);
	});

	test("withdraw and choose the authors: author, moderator and admin, not a co-author", () => {
		for (const can of [canWithdraw, canManageAuthors]) {
			expect(can(person(1), practice)).toBe(true);
			expect(can(person(9, "moderator"), practice)).toBe(true);
			expect(can(person(9, "admin"), practice)).toBe(true);
			expect(can(person(2), practice)).toBe(false);
			expect(can(null, practice)).toBe(false);
		}
	});

	test("remove a co-author: also that person, but no other co-author", () => {
		expect(canRemoveCoAuthor(person(1), practice, 2)).toBe(true);
		expect(canRemoveCoAuthor(person(2), practice, 2)).toBe(true);
		expect(canRemoveCoAuthor(person(3), practice, 2)).toBe(false);
	});
});

describe("the evidence of a practice", () => {
	const result = {
		indicator: "Waste",
		before: 147,
		after: 30,
		unit: "g",
		year: 2019,
		source: "https://city.example/report",
	};

	test("is measured when one result has value, unit and source", () => {
		expect(evidenceOf({ results: [{ ...result, source: "" }, result] })).toBe("measured");
		expect(evidenceOf({ results: [{ ...result, after: 0 }] })).toBe("measured");
	});

	test("is described when each result lacks one of them, or there is none", () => {
		expect(evidenceOf({ results: [] })).toBe("described");
		for (const lack of [{ after: null }, { unit: "" }, { source: "" }])
			expect(evidenceOf({ results: [{ ...result, ...lack }] })).toBe("described");
	});

	test("says why it is so", () => {
		expect(evidenceReasonOf("described", false)).toBe("no_results");
		expect(evidenceReasonOf("described", true)).toBe("results_without_source");
		expect(evidenceReasonOf("measured", true)).toBe("results_with_source");
		expect(evidenceReasonOf("evaluated", true)).toBe("independent_evaluation");
		expect(evidenceReasonOf("repeated", true)).toBe("repeated_elsewhere");
	});
});

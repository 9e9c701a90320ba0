import { expect, test } from "vitest";
import { canChangeGroup, canRemove, refusalOf, type Standing } from "./messages.rules.ts";

const reached = { state: "joined", suspended: false, hasBlocked: false, isBlocked: false } as const;
const to = (other: Partial<Standing["other"]>): Standing => ({
	state: "joined",
	other: { ...reached, ...other },
});

test("those who take part may write", () => {
	expect(refusalOf({ state: "joined", other: null })).toBeNull();
	expect(refusalOf(to({}))).toBeNull();
});

test("who is asked first accepts, and who is gone knows of nothing", () => {
	expect(refusalOf({ state: "asked", other: reached })).toBe("messages.not_accepted");
	expect(refusalOf({ state: "left", other: null })).toBe("not_found");
	expect(refusalOf({ state: "declined", other: reached })).toBe("not_found");
});

test("a declined request looks like one that nobody has answered, blocked or not", () => {
	for (const state of ["asked", "declined"] as const)
		for (const hasBlocked of [false, true])
			expect(refusalOf(to({ state, hasBlocked }))).toBe("messages.waiting");
});

test("a block looks like somebody who cannot be reached any more", () => {
	for (const other of [{ hasBlocked: true }, { suspended: true }, { state: "left" as const }])
		expect(refusalOf(to(other))).toBe("messages.undeliverable");
});

test("who has blocked somebody is told so when they write to them", () => {
	expect(refusalOf(to({ isBlocked: true, hasBlocked: true }))).toBe("messages.blocked");
});

test("a group is changed by those who take part, a conversation of two by nobody", () => {
	const group = { pair: null, authorId: 1, viewerState: "joined" } as const;
	expect(canChangeGroup(group)).toBe(true);
	expect(canChangeGroup({ ...group, viewerState: "asked" })).toBe(false);
	expect(canChangeGroup({ ...group, pair: "1:2" })).toBe(false);
});

test("who opened a group may remove others, nobody else may", () => {
	const group = { pair: null, authorId: 1, viewerState: "joined" } as const;
	expect(canRemove(group, 1, 2)).toBe(true);
	expect(canRemove(group, 1, 1)).toBe(false);
	expect(canRemove(group, 2, 1)).toBe(false);
	expect(canRemove({ ...group, viewerState: "left" }, 1, 2)).toBe(false);
});

import { expect, test } from "vitest";
import { canSuspend, isModerator } from "./moderation.rules.ts";

const member = { id: 1, role: "member" } as const;
const moderator = { id: 2, role: "moderator" } as const;
const admin = { id: 3, role: "admin" } as const;

test("reports are for moderators", () => {
	expect([null, member, moderator, admin].map(isModerator)).toEqual([false, false, true, true]);
});

test("moderators suspend members, administrators staff too, nobody themselves", () => {
	expect(
		[null, member, moderator, admin].map((viewer) => canSuspend(viewer, { id: 9, role: "member" })),
	).toEqual([false, false, true, true]);
	expect(
		[member, moderator, admin].map((viewer) => canSuspend(viewer, { id: 9, role: "moderator" })),
	).toEqual([false, false, true]);
	expect(canSuspend(admin, admin)).toBe(false);
});

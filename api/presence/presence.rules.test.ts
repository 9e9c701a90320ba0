import { expect, test } from "vitest";
import { replyTimeOf } from "./presence.rules.ts";

const hour = 3_600_000;
const times = (...hours: number[]) => hours.map((each) => each * hour);

test("how soon somebody usually replies is what they did for half of what they were written", () => {
	expect(replyTimeOf(times(1, 2, 3, 100, 200))).toBe("hours");
	expect(replyTimeOf(times(1, 20, 20, 20, 900))).toBe("day");
	expect(replyTimeOf(times(40, 40, 40, 40, 1, 1))).toBe("two_days");
	expect(replyTimeOf(times(50, 60, 70, 80, 90))).toBe("week");
});

test("nothing is said of who has hardly replied, or takes longer than a week", () => {
	expect(replyTimeOf(times(1, 1, 1, 1))).toBeNull();
	expect(replyTimeOf(times(200, 200, 200, 200, 200))).toBeNull();
});

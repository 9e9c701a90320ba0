import { describe, expect, it } from "vitest";
import { addressOf, carried, countChosen, readSearch } from "./search-address.ts";

describe("the address of a search", () => {
	it("holds everything that was chosen, in one order", () => {
		const state = readSearch("?sort=newest&size=over_1m&q=heat&lang=de&topic=water&topic=heat&after=abc");
		expect(addressOf(state, { after: state.after })).toBe(
			"/search?q=heat&topic=water&topic=heat&size=over_1m&lang=de&sort=newest&after=abc",
		);
		expect(countChosen(state)).toBe(4);
		expect(carried(readSearch("?q=a&kind=person&country=DE"))).toEqual([
			["q", "a"],
			["kind", "person"],
		]);
	});

	it("begins anew at the first page when anything changes", () => {
		const state = readSearch("?q=heat&after=abc");
		expect(addressOf(state, { chosen: { country: ["DE"] } })).toBe("/search?q=heat&country=DE");
		expect(addressOf(state, { text: " " })).toBe("/search");
	});

	it("reads whatever is written into it", () => {
		expect(readSearch("?q=%00a%0Ab%E2%80%AEc&sort=best&topic=&topic=x&topic=x&q=second")).toMatchObject({
			text: " a b c",
			sort: "relevance",
			chosen: { topic: ["x"] },
		});
		const long = readSearch(`?q=${"a".repeat(10_000)}&${"country=DE1&".repeat(99)}topic=${"b".repeat(9999)}`);
		expect(long.text.length).toBeLessThanOrEqual(2000);
		expect(addressOf(long).length).toBeLessThan(2200);
		expect(readSearch("?q=%E0%A4%A&q").text).toBeTypeOf("string");
	});
});

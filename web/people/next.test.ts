import { expect, test } from "vitest";
import { localPath, nextIn, withNext } from "./next.ts";

test.each(["/", "/practices/new?step=2", "/threads/12-heat#post-3"])("%s is a place to go on to", (path) => {
	expect(localPath(path)).toBe(path);
});

test.each([
	"//evil.example",
	"/\\evil.example",
	"https://evil.example",
	"javascript:alert(1)",
	"",
	"people",
	"/a\nb",
	["/"],
	undefined,
])("%j is not", (path) => {
	expect(localPath(path)).toBeNull();
});

test("the last hidden field counts, and is carried along in addresses", () => {
	expect(
		nextIn([
			["next", "/a"],
			["next", "/b?c=d&e"],
		]),
	).toBe("/b?c=d&e");
	expect(nextIn([["next", "//evil.example"]])).toBeNull();
	expect(withNext("/welcome?step=2", "/b?c=d&e")).toBe("/welcome?step=2&next=%2Fb%3Fc%3Dd%26e");
	expect(withNext("/welcome", null)).toBe("/welcome");
});

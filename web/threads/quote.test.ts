import { expect, test } from "vitest";
import { quotationOf } from "./quote.ts";

test("a quotation names who said it and where", () => {
	expect(quotationOf("Olena", "/threads/12-waste?post=3#post-3", "One.\n\n\n\nTwo.")).toBe(
		"> [Olena](/threads/12-waste?post=3#post-3):\n>\n> One.\n>\n> Two.",
	);
});

test("what is quoted in the quoted post is left out", () => {
	expect(quotationOf("Olena", "/threads/1", "> [A](/x):\n> a\n\nTrue.")).toBe(
		"> [Olena](/threads/1):\n>\n> True.",
	);
});

test("a name cannot become markup", () => {
	expect(quotationOf("A](/x) *B*", "/threads/1", "c")).toBe("> [A\\](/x) \\*B\\*](/threads/1):\n>\n> c");
});

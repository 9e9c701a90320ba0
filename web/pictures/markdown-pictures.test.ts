import type { UploadedFile } from "@interurban/contract/rendering";
import { expect, test } from "vitest";
import { asParagraph, markdownOf, uploadsIntoText } from "./markdown-pictures.ts";

const picture: UploadedFile = {
	...{ id: "0b0c", name: "plan.webp", mediaType: "image/webp", size: 5, width: 800, height: 600 },
};
const document: UploadedFile = {
	...{ id: "7d1a", name: "plan [2].pdf", mediaType: "application/pdf", size: 5, width: null, height: null },
};

test("a picture stands in the text with what it shows and its size; a document is a link by its name", () => {
	expect(markdownOf(picture, "The plan\nof [Aachen]")).toBe(
		"![The plan of \\[Aachen\\]](/files/0b0c#800x600)",
	);
	expect(markdownOf(picture, "")).toBe("![](/files/0b0c#800x600)");
	expect(markdownOf(document, "")).toBe("[plan \\[2\\].pdf](/files/7d1a)");
});

test("a picture gets a paragraph of its own wherever the cursor stands", () => {
	expect(asParagraph("", "![]", "")).toBe("![]\n\n");
	expect(asParagraph("Look:", "![]", " and more")).toBe("\n\n![]\n\n");
	expect(asParagraph("Look:\n\n", "![]", "\n\nMore")).toBe("![]");
});

test("files that come with a form without JavaScript follow what was typed", () => {
	const place = uploadsIntoText("body");
	const upload: [string, string] = ["_upload", JSON.stringify(picture)];
	expect(place([["body", "Look: "], ["_alternative", "The plan"], upload])).toEqual([
		["body", "Look:\n\n![The plan](/files/0b0c#800x600)"],
	]);
	expect(place([["body", ""], ["_alternative", ""], upload])).toEqual([
		["body", "![plan](/files/0b0c#800x600)"],
	]);
	expect(place([["body", "Nothing"]])).toEqual([["body", "Nothing"]]);
});

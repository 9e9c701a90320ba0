import { expect, test } from "vitest";
import { fileField, readFile } from "./uploaded-file.ts";

const picture = { id: "a", name: "Łódź.webp", mediaType: "image/webp", size: 10, width: 4, height: 3 };

test("what is known of a file goes along with the form and its drafts", () => {
	const [name, value] = fileField(picture);
	expect(name).toBe("_file.a");
	expect(readFile("a", value)).toEqual(picture);
});

test.each([undefined, "", "no JSON", "null", "[]", '{"width":"4","name":7}', '{"width":4}'])(
	"a field that holds %j makes a file without a picture",
	(value) => {
		expect(readFile("a", value)).toMatchObject({ id: "a", size: 0, width: null, height: null });
	},
);

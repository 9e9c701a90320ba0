import { expect, test } from "vitest";
import { cleanName, disposition } from "./files.names.ts";

test.each([
	["Plan.PDF", "pdf", "Plan.pdf"],
	["photo.jpeg", "webp", "photo.webp"],
	["../../etc/passwd", "pdf", "passwd.pdf"],
	["C:\\Users\\x\\Plan v1.2.pdf", "pdf", "Plan v1.2.pdf"],
	["Version 1.2 final", "pdf", "Version 1.2 final.pdf"],
	["", "webp", "file.webp"],
	[".htaccess", "pdf", "htaccess.pdf"],
	["a\u202Efdp.exe", "pdf", "afdp.pdf"],
	["a\0b\r\nc.pdf", "pdf", "abc.pdf"],
	["Cafe\u0301.pdf", "pdf", "Caf\u00E9.pdf"],
	["خريطة.pdf", "pdf", "خريطة.pdf"],
])("%j is kept as a name that says what the file is", (given, extension, kept) => {
	expect(cleanName(given, extension)).toBe(kept);
});

test("a name has at most 200 characters, its extension included", () => {
	expect([...cleanName(`${"🚋".repeat(300)}.pdf`, "pdf")]).toHaveLength(200);
});

test("any name travels in a header", () => {
	expect(disposition("attachment", '"Łódź" 100%.pdf')).toBe(
		"attachment; filename=\"___d__ 100_.pdf\"; filename*=UTF-8''%22%C5%81%C3%B3d%C5%BA%22%20100%25.pdf",
	);
});

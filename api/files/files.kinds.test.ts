import { expect, test } from "vitest";
import { kindOf } from "./files.kinds.ts";

/** An archive of stored entries, as far as its directory tells. */
function archive(entries: Record<string, string>): Buffer {
	const local: Buffer[] = [];
	const directory: Buffer[] = [];
	for (const [name, text] of Object.entries(entries)) {
		const header = Buffer.alloc(30);
		header.write("PK\x03\x04", "latin1");
		header.writeUInt32LE(text.length, 22);
		header.writeUInt16LE(name.length, 26);
		local.push(header, Buffer.from(name + text));
		const entry = Buffer.alloc(46);
		entry.write("PK\x01\x02", "latin1");
		entry.writeUInt32LE(text.length, 24);
		entry.writeUInt16LE(name.length, 28);
		directory.push(entry, Buffer.from(name));
	}
	const end = Buffer.alloc(22);
	end.write("PK\x05\x06", "latin1");
	end.writeUInt16LE(Object.keys(entries).length, 10);
	end.writeUInt32LE(Buffer.concat(local).length, 16);
	return Buffer.concat([...local, ...directory, end]);
}

const opened = { "[Content_Types].xml": "<Types/>" };

test.each([
	["docx", { ...opened, "word/document.xml": "" }],
	["xlsx", { ...opened, "xl/workbook.xml": "" }],
	["pptx", { ...opened, "ppt/presentation.xml": "" }],
	["odt", { mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "" }],
	["ods", { mimetype: "application/vnd.oasis.opendocument.spreadsheet" }],
	["odp", { mimetype: "application/vnd.oasis.opendocument.presentation" }],
])("a document is known by what is in it: %s", (extension, entries: Record<string, string>) => {
	expect(kindOf(archive(entries))?.extension).toBe(extension);
});

test.each([
	["macros", { ...opened, "word/document.xml": "", "word/vbaProject.bin": "" }],
	["other archives", { "readme.txt": "", "word/document.xml": "" }],
	["books", { mimetype: "application/epub+zip" }],
])("%s are not accepted", (_, entries: Record<string, string>) => {
	expect(kindOf(archive(entries))).toBeNull();
});

test("an archive that is cut off, or leads outside of itself, is not accepted", () => {
	const whole = archive({ ...opened, "word/document.xml": "" });
	for (let length = 0; length < whole.length; length++)
		expect(kindOf(whole.subarray(0, length)), `${length} bytes`).toBeNull();
	for (let at = 0; at < whole.length; at++) {
		const bent = Buffer.from(whole);
		bent[at] = 0xff;
		expect(() => kindOf(bent)).not.toThrow();
	}
});

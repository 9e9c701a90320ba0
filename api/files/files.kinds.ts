/** What may be uploaded. Pictures are made anew as WebP. */
export type FileKind = { mediaType: string; extension: string; isPicture: boolean };

const picture = (mediaType: string, extension: string): FileKind => ({
	mediaType,
	extension,
	isPicture: true,
});
const document = (mediaType: string, extension: string): FileKind => ({
	mediaType,
	extension,
	isPicture: false,
});

const jpeg = picture("image/jpeg", "jpg");
const png = picture("image/png", "png");
export const webp = picture("image/webp", "webp");
const pdf = document("application/pdf", "pdf");

/** Office Open XML by the part that each kind must have; macros have media types of their own, and are not among them. */
const openXml: readonly [part: string, kind: FileKind][] = [
	[
		"word/document.xml",
		document("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
	],
	["xl/workbook.xml", document("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx")],
	[
		"ppt/presentation.xml",
		document("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
	],
];

const openDocument = new Map(
	[
		document("application/vnd.oasis.opendocument.text", "odt"),
		document("application/vnd.oasis.opendocument.spreadsheet", "ods"),
		document("application/vnd.oasis.opendocument.presentation", "odp"),
	].map((kind) => [kind.mediaType, kind]),
);

/**
 * What a file is by its content; null for everything that is not accepted. Names and the sender's word do not count.
 * Nothing is unpacked.
 */
export function kindOf(bytes: Buffer): FileKind | null {
	const at = (offset: number, text: string) =>
		bytes.subarray(offset, offset + text.length).toString("latin1") === text;
	if (at(0, "\xff\xd8\xff")) return jpeg;
	if (at(0, "\x89PNG\r\n\x1a\n")) return png;
	if (at(0, "RIFF") && at(8, "WEBP")) return webp;
	if (at(0, "%PDF-")) return pdf;
	if (at(0, "PK\x03\x04")) return kindOfArchive(bytes);
	return null;
}

function kindOfArchive(bytes: Buffer): FileKind | null {
	const entries = entriesOf(bytes);
	const [first] = entries;
	// The first entry of an OpenDocument file is its media type, stored as it is (OpenDocument 1.3, part 2, 3.3).
	if (first?.name === "mimetype" && first.isStored) {
		const start = localEntry.length + bytes.readUInt16LE(26) + bytes.readUInt16LE(28);
		return openDocument.get(bytes.subarray(start, start + first.size).toString("latin1")) ?? null;
	}
	const parts = new Set(entries.map(({ name }) => name));
	if (!parts.has("[Content_Types].xml")) return null;
	if (entries.some(({ name }) => /vbaProject\.bin$/i.test(name))) return null;
	return openXml.find(([part]) => parts.has(part))?.[1] ?? null;
}

/** Lengths and signatures of the records of ZIP archives (APPNOTE 6.3.10, 4.3). */
const localEntry = { length: 30 };
const directoryEntry = { length: 46, signature: 0x02014b50 };
const directoryEnd = { length: 22, signature: "PK\x05\x06" };
const longestComment = 65_535;

/** What an archive's directory lists; nothing when it cannot be read. */
function entriesOf(bytes: Buffer): { name: string; size: number; isStored: boolean }[] {
	const earliest = Math.max(0, bytes.length - directoryEnd.length - longestComment);
	const end = bytes.lastIndexOf(directoryEnd.signature, undefined, "latin1");
	if (end < earliest || end + directoryEnd.length > bytes.length) return [];
	const entries = [];
	let offset = bytes.readUInt32LE(end + 16);
	for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
		const nameStart = offset + directoryEntry.length;
		if (nameStart > bytes.length || bytes.readUInt32LE(offset) !== directoryEntry.signature) return [];
		const nameEnd = nameStart + bytes.readUInt16LE(offset + 28);
		entries.push({
			name: bytes.subarray(nameStart, nameEnd).toString("utf8"),
			size: bytes.readUInt32LE(offset + 24),
			isStored: bytes.readUInt16LE(offset + 10) === 0,
		});
		offset = nameEnd + bytes.readUInt16LE(offset + 30) + bytes.readUInt16LE(offset + 32);
	}
	return entries;
}

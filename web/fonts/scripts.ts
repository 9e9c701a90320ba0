/** One font file: which face of which source it is cut from, and the characters it holds. */
export interface Script {
	/** The CSS family the file belongs to: several scripts make up one family. */
	family: "Interurban Text" | "Interurban Heading";
	/** File name without ending, also the key for preloading. */
	file: string;
	/** Path inside `@fontsource-variable/`. */
	source: string;
	/** `unicode-range` of the face, and the characters that are kept. */
	range: string;
	/** OpenType features that are kept. */
	features: string[];
}

const latin =
	"U+20-7E,U+A0-A3,U+A5,U+A7,U+A9,U+AB,U+AD-AE,U+B0-B3,U+B5,U+B7,U+BB,U+BD,U+BF-FF,U+131,U+152-153,U+178,U+1E9E,U+2010-2014,U+2018-201A,U+201C-201E,U+2022,U+2026,U+202F,U+2030,U+2032-2033,U+2039-203A,U+20AC,U+2190-2193,U+2212";
const latinExt =
	"U+100-107,U+10A-113,U+116-11B,U+11E-11F,U+122-123,U+12A-12B,U+12E-12F,U+130,U+136-137,U+139-13E,U+141-148,U+14C-14D,U+150-151,U+154-155,U+158-15B,U+15E-165,U+16A-16B,U+16E-173,U+179-17E,U+218-21B";
const vietnamese = "U+1A0-1A1,U+1AF-1B0,U+300-301,U+303,U+309,U+323,U+1EA0-1EF9,U+20AB";
const cyrillic = "U+400-45F,U+490-491,U+2116";
const arabic = "U+600-6FF,U+200C-200F,U+FDFC";

const text = ["kern", "ccmp", "lnum", "tnum"];
const heading = ["kern", "liga", "ccmp", "lnum"];
const joining = ["ccmp", "init", "medi", "fina", "rlig", "calt", "mark", "mkmk", "curs"];

/** The files of both families. Commissioner and Readex Pro are variable (400–700), the headings one weight (600). */
export const scripts: Script[] = [
	face("Interurban Text", "text-latin", "commissioner", "latin", latin, text),
	face("Interurban Text", "text-latin-ext", "commissioner", "latin-ext", latinExt, text),
	face("Interurban Text", "text-vietnamese", "commissioner", "vietnamese", vietnamese, text),
	face("Interurban Text", "text-cyrillic", "commissioner", "cyrillic", cyrillic, text),
	face("Interurban Text", "text-arabic", "readex-pro", "arabic", arabic, joining),
	face("Interurban Heading", "heading-latin", "vollkorn", "latin", latin, heading),
	face("Interurban Heading", "heading-latin-ext", "vollkorn", "latin-ext", latinExt, heading),
	face("Interurban Heading", "heading-vietnamese", "vollkorn", "vietnamese", vietnamese, heading),
	face("Interurban Heading", "heading-cyrillic", "vollkorn", "cyrillic", cyrillic, heading),
	face("Interurban Heading", "heading-arabic", "noto-naskh-arabic", "arabic", arabic, joining),
];

function face(
	family: Script["family"],
	file: string,
	font: string,
	subset: string,
	range: string,
	features: string[],
): Script {
	return { family, file, source: `${font}/files/${font}-${subset}-wght-normal.woff2`, range, features };
}

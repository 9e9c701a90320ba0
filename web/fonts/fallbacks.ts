/**
 * Fonts of the device, stretched to the widths and line positions of ours, so that little moves when ours arrive.
 * Measured on running text (Latin, Cyrillic and Arabic) against fonts with the metrics of Arial and Times New Roman,
 * and against Noto for Arabic; `ascent` and `descent` are ours, in percent of the font size.
 */
const ours = {
	"Interurban Text": { ascent: 102, descent: 21 },
	"Interurban Heading": { ascent: 95, descent: 44 },
};

interface Fallback {
	family: keyof typeof ours;
	fonts: string[];
	weight: string;
	/** Width of our font to that of the device's, in percent. */
	size: number;
	range?: string;
}

const arabic = "U+600-6FF";

const regular = "400 550";
const bold = "551 700";

/** Faces of one family and weight have the same weight range, whatever their script. */
const list: Fallback[] = [
	{
		family: "Interurban Text",
		fonts: ["Arial", "Liberation Sans", "Roboto", "Helvetica"],
		weight: regular,
		size: 100,
	},
	{
		family: "Interurban Text",
		fonts: ["Arial Bold", "Liberation Sans Bold", "Roboto Bold", "Helvetica Bold"],
		weight: bold,
		size: 95,
	},
	{
		family: "Interurban Text",
		fonts: ["Noto Sans Arabic Regular", "NotoSansArabic-Regular", "Segoe UI", "Geeza Pro"],
		weight: regular,
		size: 108,
		range: arabic,
	},
	{
		family: "Interurban Text",
		fonts: ["Noto Sans Arabic Bold", "NotoSansArabic-Bold", "Segoe UI Bold", "Geeza Pro Bold"],
		weight: bold,
		size: 102,
		range: arabic,
	},
	{
		family: "Interurban Heading",
		fonts: ["Times New Roman Bold", "Liberation Serif Bold", "Noto Serif Bold"],
		weight: "600",
		size: 106,
	},
	{
		family: "Interurban Heading",
		fonts: ["Noto Naskh Arabic Bold", "NotoNaskhArabic-Bold", "NotoNaskhArabicUI-Bold", "Geeza Pro Bold"],
		weight: "600",
		size: 98,
		range: arabic,
	},
];

const percent = (value: number, size: number) => `${Math.round((value * 1000) / size) / 10}%`;

/** The `@font-face` rules of the fallbacks: the family's name with "Fallback" behind it. */
export const fallbacks = list
	.map(
		({ family, fonts, weight, size, range }) => `@font-face {
	font-family: "${family} Fallback";
	src: ${fonts.map((font) => `local("${font}")`).join(", ")};
	font-weight: ${weight};
	size-adjust: ${size}%;
	ascent-override: ${percent(ours[family].ascent, size)};
	descent-override: ${percent(ours[family].descent, size)};
	line-gap-override: 0%;${range ? `\n\tunicode-range: ${range};` : ""}
}
`,
	)
	.join("");

import type { Language } from "@interurban/contract/languages";
import { limits } from "@interurban/contract/limits";
import anyAscii from "any-ascii";

/** Pairs of what is written and how it is written in Latin letters, parted by spaces; `-` stands for nothing. */
function table(pairs: string): Map<string, string> {
	const words = pairs.split(" ");
	const entries = words.flatMap((word, index) =>
		index % 2 ? [] : [[word, (words[index + 1] ?? "").replace("-", "")] as const],
	);
	return new Map(entries);
}

/** The Ukrainian national table of 2010. */
const ukrainian = table(
	"а a б b в v г h ґ g д d е e є ie ж zh з z и y і i ї i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ь - ю iu я ia",
);
const ukrainianAtStart = table("є ye ї yi й y ю yu я ya");

/** Arabic and Persian letters as names are commonly written in Latin ones; short vowels are not written at all. */
const arabic = table(
	"ا a أ a إ i آ a ٱ a ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh ص s ض d ط t ظ z ع a غ gh ف f ق q ك k ل l م m ن n ه h و u ي i ى a ة a ء - ئ - ؤ u پ p چ ch ژ zh گ g ک k ی i ـ -",
);
const arabicAtStart = table("و w ي y ی y");

/** Arabic names whose short vowels everybody knows. */
const arabicNames = table(
	"محمد mohammed احمد ahmad محمود mahmoud حمد hamad علي ali حسن hassan حسين hussein عمر omar عثمان othman خالد khaled عبد abd الله allah عبدالله abdullah الرحمن rahman عبدالرحمن abdulrahman مصطفي mustafa مصطفى mustafa ابراهيم ibrahim اسماعيل ismail يوسف yousef يونس younes ادريس idris سعيد said سعد saad كريم karim طارق tariq رشيد rashid ناصر nasser صالح saleh صلاح salah جمال jamal كمال kamal سمير samir منير munir بشير bashir نبيل nabil وليد walid ياسين yassin ياسر yasser زكريا zakaria موسي mousa موسى mousa عيسي issa عيسى issa فاطمة fatima عائشة aisha خديجة khadija مريم maryam زينب zaynab سارة sara ليلي layla ليلى layla هدي huda هدى huda نور nour امل amal سلمي salma سلمى salma نادية nadia سميرة samira رانيا rania دينا dina هند hind ريم reem مني mona منى mona بن ben ابن ibn ابو abu ام umm",
);

function transliterateUkrainian(word: string): string {
	const plain = word.replace(/['’ʼ]/g, "").replaceAll("зг", "zgh");
	return replaceLetters(plain, ukrainian, ukrainianAtStart);
}

function transliterateArabic(word: string): string {
	const bare = word.replace(/\p{M}/gu, "");
	const known = arabicNames.get(bare.replace(/[أإآ]/g, "ا"));
	if (known) return known;
	if (bare.startsWith("ال") && bare.length > 3) return `al-${transliterateArabic(bare.slice(2))}`;
	return replaceLetters(bare, arabic, arabicAtStart).replace(/([aiu])\1+/g, "$1");
}

function replaceLetters(word: string, letters: Map<string, string>, atStart: Map<string, string>): string {
	return [...word]
		.map((letter, index) => (index === 0 && atStart.get(letter)) || (letters.get(letter) ?? letter))
		.join("");
}

const umlauts = table("ä ae ö oe ü ue");

/**
 * The part of an address that stands for a name: "Олена Ковальчук" → "olena-kovalchuk". Lower-case Latin letters, digits
 * and hyphens, at most 60 less room for a number; "member" when nothing of the name can be written so.
 * @param language of the person's interface: how umlauts and Cyrillic letters are meant
 */
export function handleFrom(name: string, language: Language): string {
	const lower = name.normalize("NFC").toLowerCase();
	const isUkrainian = language === "uk" || /[ґєії]/.test(lower);
	const latin = lower
		.split(/\s+/)
		.map((word) => {
			if (/\p{Script=Arabic}/u.test(word)) return transliterateArabic(word);
			if (isUkrainian) return transliterateUkrainian(word);
			return language === "de" ? word.replace(/[äöü]/g, (letter) => umlauts.get(letter) ?? letter) : word;
		})
		.join(" ");
	const handle = anyAscii(latin)
		.toLowerCase()
		.replace(/['`’]/g, "")
		.replace(/[^a-z0-9]+/g, "-")
		.slice(0, limits.handle - 6)
		.replace(/^-+|-+$/g, "");
	return handle || "member";
}

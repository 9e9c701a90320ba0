import type { Language } from "@interurban/contract/languages";
import { limits } from "@interurban/contract/limits";
import { slugOf } from "../slug.ts";

/** Pairs of what is written and how it is written in Latin letters, parted by spaces; `-` stands for nothing. */
function table(pairs: string): Map<string, string> {
	const words = pairs.split(" ");
	const entries = words.flatMap((word, index) =>
		index % 2 ? [] : [[word, (words[index + 1] ?? "").replace("-", "")] as const],
	);
	return new Map(entries);
}

/** Arabic and Persian letters as they are commonly written in names; short vowels are not written at all. */
const letters = table(
	"ا a أ a إ i آ a ٱ a ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh ص s ض d ط t ظ z ع a غ gh ف f ق q ك k ل l م m ن n ه h و u ي i ى a ة a ء - ئ - ؤ u پ p چ ch ژ zh گ g ک k ی i ـ -",
);
const lettersAtStart = table("و w ي y ی y");

/** Arabic names whose short vowels everybody knows. */
const names = table(
	"محمد mohammed احمد ahmad محمود mahmoud حمد hamad علي ali حسن hassan حسين hussein عمر omar عثمان othman خالد khaled عبد abd الله allah عبدالله abdullah الرحمن rahman عبدالرحمن abdulrahman مصطفي mustafa مصطفى mustafa ابراهيم ibrahim اسماعيل ismail يوسف yousef يونس younes ادريس idris سعيد said سعد saad كريم karim طارق tariq رشيد rashid ناصر nasser صالح saleh صلاح salah جمال jamal كمال kamal سمير samir منير munir بشير bashir نبيل nabil وليد walid ياسين yassin ياسر yasser زكريا zakaria موسي mousa موسى mousa عيسي issa عيسى issa فاطمة fatima عائشة aisha خديجة khadija مريم maryam زينب zaynab سارة sara ليلي layla ليلى layla هدي huda هدى huda نور nour امل amal سلمي salma سلمى salma نادية nadia سميرة samira رانيا rania دينا dina هند hind ريم reem مني mona منى mona بن ben ابن ibn ابو abu ام umm",
);

function inLatin(word: string): string {
	if (!/\p{Script=Arabic}/u.test(word)) return word;
	const bare = word.replace(/\p{M}/gu, "");
	const known = names.get(bare.replace(/[أإآ]/g, "ا"));
	if (known) return known;
	if (bare.startsWith("ال") && bare.length > 3) return `al-${inLatin(bare.slice(2))}`;
	return [...bare]
		.map((letter, index) => (index === 0 && lettersAtStart.get(letter)) || (letters.get(letter) ?? letter))
		.join("")
		.replace(/([aiu])\1+/g, "$1");
}

/**
 * The part of an address that stands for a person: "Олена Ковальчук" → "olena-kovalchuk". Lower-case Latin letters,
 * digits and hyphens, with room left for a number; "member" when nothing of the name can be written so.
 * @param language of the person's interface: how umlauts and Cyrillic letters are meant
 */
export function handleFrom(name: string, language: Language): string {
	const latin = name.normalize("NFC").split(/\s+/).map(inLatin).join(" ");
	return slugOf(latin, language, limits.handle - 8) || "member";
}

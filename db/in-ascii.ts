import { type AnyColumn, type SQL, sql } from "drizzle-orm";

/** Letters of Cyrillic and Arabic, and what stands for each of them below. */
const letters = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяёыэъ" + "اأإآبتثجحخدذرزسشصضطظعغفقكلمنهويىةءؤئ";
const ascii = "abvggdeezzyiyyklmnoprstufxccssjyaeyej" + "aaaabttjhxddrzsssdtzagfqklmnhwyytawy";

/**
 * A lexeme of Latin, Cyrillic or Arabic letters in those of ASCII, letter by letter, as SQL: which other letters make
 * trigrams depends on the locale of the database.
 */
export const inAscii = (lexeme: AnyColumn | SQL): SQL =>
	sql`translate(${lexeme}, ${sql.raw(`'${letters}'`)}, ${sql.raw(`'${ascii}'`)})`;

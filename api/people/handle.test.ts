import type { Language } from "@interurban/contract/languages";
import { expect, test } from "vitest";
import { handleFrom } from "./handle.ts";

test.each<[string, Language, string]>([
	["Olena Kovalchuk", "en", "olena-kovalchuk"],
	["Олена Ковальчук", "uk", "olena-kovalchuk"],
	["Юрій Згурський", "en", "yurii-zghurskyi"],
	["Мар’яна Щербань", "uk", "mariana-shcherban"],
	["Сергей Иванов", "de", "sergey-ivanov"],
	["محمد علي", "ar", "mohammed-ali"],
	["فاطمة الزهراء", "ar", "fatima-al-zhra"],
	["عبد الله بن سعيد", "en", "abd-allah-ben-said"],
	["وسيم يعقوب", "ar", "wsim-yaqub"],
	["Jürgen Groß", "de", "juergen-gross"],
	["Jürgen Groß", "tr" as Language, "jurgen-gross"],
	["María-José O’Brien", "es", "maria-jose-obrien"],
	["Νίκος Παπαδόπουλος", "en", "nikos-papadopoylos"],
	["张伟", "en", "zhangwei"],
])("the name %s gives a readable handle", (name, language, handle) => {
	expect(handleFrom(name, language)).toBe(handle);
});

test("a name without letters still gives a handle", () => {
	expect(handleFrom("—", "en")).toBe("member");
});

test("a handle leaves room for a number and never ends in a hyphen", () => {
	const handle = handleFrom(`${"a".repeat(50)} ${"b".repeat(49)}`, "en");
	expect(handle).toBe("a".repeat(50));
});

import type { Translate } from "../../words.ts";
import type { Part } from "./fields.ts";

/** The name of a part of a practice, which is the label of its field. */
export function partWord(t: Translate, part: Part): string {
	return t(`practice_form.${part}`);
}

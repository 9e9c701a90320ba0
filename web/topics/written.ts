import type { Fields } from "@interurban/contract/rendering";
import type { Written } from "./choosing.data.ts";

/** The names of a form's fields that say what its text is about. */
export type TextFields = {
	/** Of the title. */
	title: string;
	/** Of the language of the text, when the form asks for it. */
	language?: string | undefined;
};

/** UTF-16 code units; the server reads no more. */
const longest = 20_000;

/** What somebody has written in a form: the title, and whatever has more than one word. */
export function writtenIn(fields: Fields, names: TextFields): Written {
	const last = (name: string | undefined) => fields.findLast(([field]) => field === name)?.[1].trim() ?? "";
	const text = fields
		.filter(([name, value]) => name !== names.title && !name.startsWith("_") && /\S\s+\S/.test(value))
		.map(([, value]) => value)
		.join("\n");
	return { title: last(names.title), text: text.slice(0, longest), language: last(names.language) || null };
}

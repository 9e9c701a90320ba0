import { type Fields, type UploadedFile, uploadField } from "@interurban/contract/rendering";

/** Characters that end the text of a link or begin something else in it. */
const special = /[\\[\]*_`<>&!~]/g;

const onOneLine = (text: string) => text.replace(/\s+/g, " ").trim().replace(special, "\\$&");

/**
 * An uploaded file in Markdown: a picture, with its size so that the page stands still while it loads, or a link.
 * @param alternative what a picture shows; empty for mere decoration
 */
export function markdownOf(file: UploadedFile, alternative: string): string {
	const { id, name, width, height } = file;
	if (width === null || height === null) return `[${onOneLine(name)}](/files/${id})`;
	return `![${onOneLine(alternative)}](/files/${id}#${width}x${height})`;
}

/** What is to be put between the text before and after the cursor, so that a picture stands in a paragraph of its own. */
export function asParagraph(before: string, markdown: string, after: string): string {
	const start = before.trim() === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
	const end = after.startsWith("\n\n") ? "" : after.startsWith("\n") ? "\n" : "\n\n";
	return `${start}${markdown}${end}`;
}

/** The field in which a form without JavaScript says what its picture shows. */
export const alternativeField = "_alternative";

/** Puts the files that came with a form behind what was typed; a picture that nothing is said of is called by its name. */
export const uploadsIntoText =
	(name: string) =>
	(fields: Fields): Fields => {
		const alternative = fields.findLast(([field]) => field === alternativeField)?.[1].trim();
		const markdown = fields
			.filter(([field]) => field === uploadField)
			.map(([, value]) => JSON.parse(value) as UploadedFile)
			.map((file) => markdownOf(file, alternative || file.name.replace(/\.\w+$/, "")));
		if (!markdown.length) return fields;
		return fields
			.filter(([field]) => field !== uploadField && field !== alternativeField)
			.map(([field, value]) => [
				field,
				field === name ? [value.trimEnd(), ...markdown].filter(Boolean).join("\n\n") : value,
			]);
	};

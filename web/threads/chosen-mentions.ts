import type { Fields } from "@interurban/contract/rendering";

const prefix = "_mention.";

/** The field in which is chosen who is meant by what stands behind an at sign. */
export const mentionField = (typed: string): string => `${prefix}${typed}`;

/** Puts the handles that were chosen into a text, instead of what was typed. */
export function withChosenMentions(name: string): (fields: Fields) => Fields {
	return (fields) => {
		const chosen = new Map(
			fields.flatMap(([field, handle]) =>
				field.startsWith(prefix) && handle ? [[field.slice(prefix.length), handle] as const] : [],
			),
		);
		if (!chosen.size) return fields;
		const settled = (text: string) =>
			text.replace(/(?<![\p{L}\p{N}_@/.-])@([\p{L}\p{N}][\p{L}\p{M}\p{N}-]*)/gu, (whole, typed: string) => {
				const handle = chosen.get(typed);
				return handle ? `@${handle}` : whole;
			});
		return fields
			.filter(([field]) => !field.startsWith(prefix))
			.map(([field, value]) => (field === name ? [field, settled(value)] : [field, value]));
	};
}

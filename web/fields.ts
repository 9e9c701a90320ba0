import type { Issue } from "@interurban/contract/errors";
import type { Fields } from "@interurban/contract/rendering";
import type { Shape } from "./execute.ts";

/**
 * The variables in a form's fields. Names are paths (`input.blocks.0.name`); a name that occurs twice makes a list, or
 * else the last one counts. Empty text is null where a number or a choice is wanted. What the form does not have at all
 * is left out.
 */
export function readFields(fields: Fields, shape: Shape, path = ""): unknown {
	if (typeof shape === "string") {
		const value = fields.findLast(([name]) => name === path)?.[1];
		return value === undefined ? undefined : readValue(value, shape);
	}
	if (Array.isArray(shape)) {
		const item = shape[0] as Shape;
		if (typeof item === "string") {
			const values = fields.filter(([name]) => name === path).map(([, value]) => value);
			return values.length
				? values.filter((value) => value !== "").map((value) => readValue(value, item))
				: undefined;
		}
		const indexes = new Set<number>();
		for (const [name] of fields) {
			if (!name.startsWith(`${path}.`)) continue;
			const index = Number(name.slice(path.length + 1).split(".", 1)[0]);
			if (Number.isInteger(index) && index >= 0 && index < 1000) indexes.add(index);
		}
		if (!indexes.size) return fields.some(([name]) => name === path) ? [] : undefined;
		return Array.from(
			{ length: Math.max(...indexes) + 1 },
			(_, index) => readFields(fields, item, `${path}.${index}`) ?? {},
		);
	}
	const entries = Object.entries(shape as { [field: string]: Shape })
		.map(([name, inner]) => [name, readFields(fields, inner, path ? `${path}.${name}` : name)] as const)
		.filter(([, value]) => value !== undefined);
	return entries.length || !path ? Object.fromEntries(entries) : undefined;
}

function readValue(value: string, kind: string): string | number | boolean | null {
	if (kind === "b") return value === "on" || value === "true";
	if (kind === "s") return value;
	if (value.trim() === "") return null;
	return kind === "e" ? value : (readNumber(value) ?? value);
}

/** Where a number is wanted and something else was typed: one issue a field. */
export function wrongNumbers(fields: Fields, shape: Shape): Issue[] {
	return fields.flatMap(([field, value]): Issue[] => {
		let at: Shape | undefined = shape;
		for (const part of field.split("."))
			at = Array.isArray(at)
				? (at[0] as Shape)
				: typeof at === "object"
					? (at as { [name: string]: Shape })[part]
					: undefined;
		if (Array.isArray(at)) at = at[0] as Shape;
		if ((at !== "i" && at !== "f") || value.trim() === "") return [];
		const number = readNumber(value);
		return number === null || (at === "i" && !Number.isInteger(number))
			? [{ code: "not_a_number", field }]
			: [];
	});
}

/**
 * A number as people type it: with a comma or a point, digits in groups, Arabic digits. Null when it is none.
 * One separator alone is a decimal one: `1.200` is 1.2.
 */
export function readNumber(typed: string): number | null {
	const plain = typed
		.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
		.replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
		.replaceAll("٫", ".")
		.replace(/[\s'’٬]/g, "")
		.replace("−", "-");
	const groups = /^([-+]?\d{1,3})(([.,])\d{3}(?:\3\d{3})*)(?:(?!\3)[.,](\d+))?$/.exec(plain);
	const [, first = "", rest = "", mark = "", decimals] = groups ?? [];
	if (rest.length > 4 || decimals) return Number(`${first}${rest.replaceAll(mark, "")}.${decimals ?? 0}`);
	return /^[-+]?(\d+[.,]?\d*|[.,]\d+)$/.test(plain) ? Number(plain.replace(",", ".")) : null;
}

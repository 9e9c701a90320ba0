import { type ErrorArgs, type ErrorCode, Failure, type Issue } from "@interurban/contract/errors";
import { limits } from "@interurban/contract/limits";

/**
 * Collects what is wrong with an input, so that a person hears all of it at once.
 * `check.text(…)` and its siblings return the cleaned value; `check.done()` refuses when anything was wrong.
 */
export function makeCheck() {
	const issues: Issue[] = [];
	const add = (code: ErrorCode, field: string, args?: ErrorArgs) => {
		issues.push(args ? { code, field, args } : { code, field });
	};
	return {
		add,

		/**
		 * Text as people write it: NFC, trimmed, lines ended by LF. At most `max` code points.
		 * Text that Postgres or UTF-8 cannot hold is refused rather than changed silently.
		 */
		text(field: string, value: string | null | undefined, rule: { max: number; required?: boolean }): string {
			const raw = value ?? "";
			if (raw.includes("\0") || !raw.isWellFormed()) {
				add("unreadable_text", field);
				return "";
			}
			const text = raw.normalize("NFC").replace(/\r\n?/g, "\n").trim();
			const length = text.length > rule.max ? [...text].length : text.length;
			if (length > rule.max) add("too_long", field, { max: rule.max, length });
			if (rule.required && !text) add("required", field);
			return text;
		},

		/** A name or a title: text on one line without control or format characters but those that join letters. */
		line(field: string, value: string | null | undefined, rule: { max: number; required?: boolean }): string {
			const text = this.text(field, value, rule);
			if (/(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text)) add("forbidden_characters", field);
			return text.replace(/\s+/g, " ");
		},

		/** A web address by http or https, or nothing. */
		url(field: string, value: string | null | undefined, max: number): string {
			const text = this.text(field, value, { max });
			if (text && !(/^https?:\/\//i.test(text) && URL.canParse(text))) add("not_an_address", field);
			return text;
		},

		/** A UUID that the sender made, in lower case. */
		uuid(field: string, value: string): string {
			if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)) add("invalid", field);
			return value.toLowerCase();
		},

		/** Refuses with every issue found so far. */
		done(): void {
			const [first, ...rest] = issues;
			if (first) throw new Failure([first, ...rest]);
		},
	};
}

export type Check = ReturnType<typeof makeCheck>;

/** The number in an id of ours; null for what cannot be one. */
export function parseId(id: string): number | null {
	return /^[1-9]\d{0,14}$/.test(id) ? Number(id) : null;
}

/** What somebody looks for: never refused, but cut where it is longer than a query may be. */
export function readText(typed: string): { text: string; isCut: boolean } {
	const text = cleanText(typed.slice(0, 20 * limits.query));
	const characters = [...text];
	const isCut = characters.length > limits.query;
	return { text: isCut ? characters.slice(0, limits.query).join("").trim() : text, isCut };
}

/** A typed text on one line, without what is no character or turns the direction around. */
export const cleanText = (text: string): string =>
	text
		.toWellFormed()
		.replace(/[\uFFFD\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, "")
		.replace(/[\p{Cc}\s]+/gu, " ")
		.trim();

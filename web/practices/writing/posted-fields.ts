import type { Fields } from "@interurban/contract/rendering";
import { draftAddress, draftFields, makeDraftKey, newPracticePrefix } from "../../drafts/draft-keys.ts";
import type { Operation } from "../../execute.ts";
import { readFields } from "../../fields.ts";
import { defineForm } from "../../form.tsx";
import { SaveDraft } from "../../generated/operations.ts";

export const lastValue = (fields: Fields, name: string): string =>
	fields.findLast(([field]) => field === name)?.[1] ?? "";

/**
 * Reads the form of a practice: title and claim are one line each, in boxes that take several; an amount in whole units
 * has no decimals.
 */
export function practiceVariables(operation: Pick<Operation<unknown, never>, "shape">) {
	return (fields: Fields): object => {
		const tidy: Fields = fields.map(([name, value]) => {
			if (name === "input.title" || name === "input.claim")
				return [name, value.replace(/\s*[\r\n]+\s*/g, " ")];
			if (name === "input.costAmount") return [name, value.trim().replace(/^(\d{1,3})[.,](\d{3})$/, "$1$2")];
			return [name, value];
		});
		return readFields(tidy, operation.shape ?? {}) as object;
	};
}

/** Keeps the form on the server without JavaScript. */
export const draft = defineForm(SaveDraft, (data) => draftAddress(data.saveDraft.key), {
	variables: (fields) => ({
		key: lastValue(fields, "draftKey") || makeDraftKey(newPracticePrefix),
		version: Number(lastValue(fields, "_draftVersion")) || 0,
		fields: draftFields(fields).map(([name, value]) => ({ name, value })),
	}),
});

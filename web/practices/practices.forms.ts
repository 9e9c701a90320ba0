import type { Fields } from "@interurban/contract/rendering";
import { draftAddress, draftFields, makeDraftKey, newPracticePrefix } from "../drafts/draft-keys.ts";
import { readFields } from "../execute.ts";
import { defineForm } from "../form.tsx";
import {
	AddCoAuthor,
	ConfirmPractice,
	PublishPractice,
	RemoveCoAuthor,
	SaveDraft,
	TranslatePractice,
	UpdatePractice,
	WithdrawPractice,
} from "../generated/operations.ts";

const lastValue = (fields: Fields, name: string): string =>
	fields.findLast(([field]) => field === name)?.[1] ?? "";

/** Title and claim are one line each, in boxes that take several; an amount in whole units has no decimals. */
const tidy = (fields: Fields): Fields =>
	fields.map(([name, value]) => {
		if (name === "input.title" || name === "input.claim") return [name, value.replace(/\s*[\r\n]+\s*/g, " ")];
		if (name === "input.costAmount") return [name, value.trim().replace(/^(\d{1,3})[.,](\d{3})$/, "$1$2")];
		return [name, value];
	});

/** Keeps the form on the server without JavaScript. */
const draft = defineForm(SaveDraft, (data) => draftAddress(data.saveDraft.key), {
	variables: (fields) => ({
		key: lastValue(fields, "draftKey") || makeDraftKey(newPracticePrefix),
		version: Number(lastValue(fields, "_draftVersion")) || 0,
		fields: draftFields(fields).map(([name, value]) => ({ name, value })),
	}),
});

export const publishPracticeForm = defineForm(
	PublishPractice,
	(data) => `/practices/${data.publishPractice.slug}?published=1`,
	{
		variables: (fields) => readFields(tidy(fields), PublishPractice.shape ?? {}) as object,
		actions: { draft },
	},
);

export const updatePracticeForm = defineForm(
	UpdatePractice,
	(data) => `/practices/${data.updatePractice.slug}?changed=1`,
	{
		variables: (fields) => readFields(tidy(fields), UpdatePractice.shape ?? {}) as object,
		actions: { draft },
	},
);

export const withdrawPracticeForm = defineForm(
	WithdrawPractice,
	(_, fields) => `/practices/${encodeURIComponent(lastValue(fields, "_slug"))}/withdraw?done=1`,
);

export const confirmPracticeForm = defineForm(
	ConfirmPractice,
	(data) => `/practices/${data.confirmPractice.slug}?confirmed=1`,
);

const toEditing = (slug: string) => `/practices/${slug}/edit#co-authors`;

export const addCoAuthorForm = defineForm(AddCoAuthor, (data) => toEditing(data.addCoAuthor.slug), {
	variables: (fields) => ({
		practiceId: lastValue(fields, "practiceId"),
		handle: lastValue(fields, "handle") || lastValue(fields, "handleText"),
	}),
});

export const removeCoAuthorForm = defineForm(RemoveCoAuthor, (data) => toEditing(data.removeCoAuthor.slug));

export const translatePracticeForm = defineForm(
	TranslatePractice,
	(data) => `/practices/${data.translatePractice.slug}`,
);

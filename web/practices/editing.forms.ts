import { defineForm } from "../form.tsx";
import {
	AddCoAuthor,
	ConfirmPractice,
	RemoveCoAuthor,
	TranslatePractice,
	UpdatePractice,
	WithdrawPractice,
} from "../generated/operations.ts";
import { draft, lastValue, practiceVariables } from "./writing/posted-fields.ts";
import { uploadsBelow } from "./writing/uploaded-file.ts";

export const updatePracticeForm = defineForm(
	UpdatePractice,
	(data) => `/practices/${data.updatePractice.slug}?changed=1`,
	{
		variables: practiceVariables(UpdatePractice),
		actions: { draft },
		placeUploads: uploadsBelow("input.files"),
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

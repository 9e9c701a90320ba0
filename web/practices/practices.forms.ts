import { defineForm } from "../form.tsx";
import { PublishPractice } from "../generated/operations.ts";
import { draft, practiceVariables } from "./writing/posted-fields.ts";
import { uploadsBelow } from "./writing/uploaded-file.ts";

export const publishPracticeForm = defineForm(
	PublishPractice,
	(data) => `/practices/${data.publishPractice.slug}?published=1`,
	{
		variables: practiceVariables(PublishPractice),
		actions: { draft },
		placeUploads: uploadsBelow("input.files"),
	},
);

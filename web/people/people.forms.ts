import { defineForm } from "../form.tsx";
import {
	SaveKnowledge,
	SaveNeeds,
	SaveWorkplace,
	SkipOnboarding,
	UpdateProfile,
} from "../generated/operations.ts";
import { nextIn, withNext } from "./next.ts";

/** Not exported to forms.ts by itself: it takes the place of the last question. */
const skip = defineForm(SkipOnboarding, (_, fields) => withNext("/welcome?step=done", nextIn(fields)));

export const workplaceForm = defineForm(SaveWorkplace, (_, fields) =>
	withNext("/welcome?step=2", nextIn(fields)),
);
export const knowledgeForm = defineForm(SaveKnowledge, (_, fields) =>
	withNext("/welcome?step=3", nextIn(fields)),
);
export const needsForm = defineForm(
	SaveNeeds,
	(_, fields) => withNext("/welcome?step=done", nextIn(fields)),
	{ actions: { skip } },
);

export const profileForm = defineForm(UpdateProfile, (data) => `/people/${data.updateProfile.handle}`);

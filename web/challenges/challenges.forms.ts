import { defineForm } from "../form.tsx";
import {
	CloseChallenge,
	PublishChallenge,
	ReopenChallenge,
	UpdateChallenge,
} from "../generated/operations.ts";
import { challengePath } from "./challenges.data.ts";

export const publishChallengeForm = defineForm(PublishChallenge, (data) =>
	challengePath(data.publishChallenge),
);
export const updateChallengeForm = defineForm(UpdateChallenge, (data) => challengePath(data.updateChallenge));
export const closeChallengeForm = defineForm(CloseChallenge, () => null);
export const reopenChallengeForm = defineForm(ReopenChallenge, () => null);

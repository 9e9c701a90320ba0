import { defineForm } from "../form.tsx";
import {
	ChangeEmail,
	ChangeHabits,
	ChangeLanguage,
	ChangeName,
	ChangePassword,
	EndOtherSessions,
	EndSession,
	Join,
	SignIn,
	SignOut,
} from "../generated/operations.ts";
import { nextIn, withNext } from "./next.ts";

export const joinForm = defineForm(Join, (_, fields) => withNext("/welcome", nextIn(fields)));

export const signInForm = defineForm(SignIn, (data, fields) => {
	const next = nextIn(fields);
	return next ?? (data.signIn.onboarded ? "/" : "/welcome");
});

export const signOutForm = defineForm(SignOut, () => "/");

export const changeNameForm = defineForm(ChangeName, () => "/settings?saved=name");
export const changeEmailForm = defineForm(ChangeEmail, () => "/settings?saved=email");
export const changePasswordForm = defineForm(ChangePassword, () => "/settings?saved=password");
export const changeLanguageForm = defineForm(ChangeLanguage, () => "/settings?saved=language");
export const changeHabitsForm = defineForm(ChangeHabits, () => "/settings?saved=habits");
export const endSessionForm = defineForm(EndSession, () => "/settings?saved=session");
export const endOtherSessionsForm = defineForm(EndOtherSessions, () => "/settings?saved=session");

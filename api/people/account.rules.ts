import { limits } from "@interurban/contract/limits";
import type { Check } from "../input.ts";
import { isGuessable } from "./password.ts";

/** A person's name: on one line, with at least one letter. */
export function cleanName(check: Check, field: string, value: string | null | undefined): string {
	const name = check.line(field, value, { max: limits.name, required: true });
	if (name && !/\p{L}/u.test(name)) check.add("required", field);
	return name;
}

/** An e-mail address in the form in which it is kept. */
export function cleanEmail(check: Check, field: string, value: string): string {
	const email = check.line(field, value, { max: limits.email, required: true }).toLowerCase();
	if (email && !/^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\]+\.[^\s@.<>()[\],;:"\\]+$/.test(email))
		check.add("auth.email_invalid", field);
	return email;
}

/** The same of an address that is only looked up; empty for what cannot be one. */
export function readEmail(value: string): string {
	const isReadable = value.length <= 2 * limits.email && value.isWellFormed() && !value.includes("\0");
	return isReadable ? value.normalize("NFC").trim().toLowerCase() : "";
}

/** Refuses a new password that is too short, too long, unreadable or easy to guess. Spaces count; any script will do. */
export async function cleanNewPassword(
	check: Check,
	field: string,
	password: string,
	personal: readonly string[],
): Promise<void> {
	const { min, max } = limits.password;
	const length = [...password].length;
	if (!password) check.add("required", field);
	else if (password.includes("\0") || !password.isWellFormed()) check.add("unreadable_text", field);
	else if (length < min) check.add("auth.password_too_short", field, { min });
	else if (length > max) check.add("too_long", field, { max, length });
	else if (await isGuessable(password, personal)) check.add("auth.password_breached", field);
}

import type { FormState } from "@interurban/contract/rendering";
import { isServer } from "solid-js/web";
import { currentRequest } from "./request.ts";

let posted: FormState | null | undefined;

/** The form that the server shows again, if it is this one. */
export function postedState(name: string, key?: string): FormState | null {
	const state = isServer ? currentRequest().form : readPostedState();
	if (state?.name !== name) return null;
	const postedKey = state.fields.find(([field]) => field === "_key")?.[1];
	return postedKey === key ? state : null;
}

/** It was seen once: who comes back to this form later begins anew. */
export function forgetPosted(): void {
	posted = null;
}

function readPostedState(): FormState | null {
	if (posted === undefined)
		posted = JSON.parse(document.getElementById("form-state")?.textContent ?? "null") as FormState | null;
	return posted;
}

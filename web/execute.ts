import { Failure, type Issue } from "@interurban/contract/errors";
import { isServer } from "solid-js/web";
import { currentRequest } from "./request.ts";

/** `s` text, `e` choice, `i` whole number, `f` number, `b` yes or no; lists in brackets, input objects as objects. */
export type Shape = string | readonly [Shape] | { readonly [field: string]: Shape };

/** A persisted operation; a mutation knows the shape of its fields, so that a form can be read into variables. */
export type Operation<Data, Variables> = {
	id: string;
	name: string;
	shape?: Shape;
	/** Only in the types: ties the operation to what it answers and takes. */
	types?: (variables: Variables) => Data;
};

/**
 * The one door for operations: in the process on the server, by POST in the browser.
 * @param options.as handle of the person it is meant to come from: when somebody else is signed in by now, it is refused
 * with `auth.required`
 * @throws Failure with the issues when the operation was refused or could not be reached
 */
export async function execute<Data, Variables extends object>(
	operation: Operation<Data, Variables>,
	variables: Variables,
	options: { as?: string | null } = {},
): Promise<Data> {
	const { data, issues } = isServer
		? await currentRequest().execute(operation.id, variables)
		: await post(operation.id, variables, options.as ?? null);
	const [first, ...rest] = issues;
	if (first) throw new Failure([first, ...rest]);
	return data as Data;
}

/** Sends what still has to be told when a page is being left, and waits for no answer; false when it could not be sent. */
export function sendLast<Data, Variables extends object>(
	{ id }: Operation<Data, Variables>,
	variables: Variables,
): boolean {
	const body = JSON.stringify({ persisted: true, query: id, variables });
	return navigator.sendBeacon("/graphql", new Blob([body], { type: "application/json" }));
}

async function post(
	id: string,
	variables: object,
	as: string | null,
): Promise<{ data: unknown; issues: Issue[] }> {
	let response: Response;
	try {
		response = await fetch("/graphql", {
			method: "POST",
			headers: {
				"content-type": "application/json",
				"accept-language": document.documentElement.lang,
				...(as ? { "as-person": as } : {}),
			},
			body: JSON.stringify({ persisted: true, query: id, variables }),
		});
	} catch {
		return { data: null, issues: [{ code: "offline" }] };
	}
	const answer = await response.json().catch(() => null);
	if (!answer || !("data" in answer)) return { data: null, issues: [{ code: "unavailable" }] };
	const errors: { extensions?: Issue }[] = answer.errors ?? [];
	return { data: answer.data, issues: errors.map(({ extensions }) => extensions ?? { code: "internal" }) };
}

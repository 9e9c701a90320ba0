import { Failure, type Issue, isErrorCode } from "@interurban/contract/errors";
import type { Fields } from "@interurban/contract/rendering";
import { isServer } from "solid-js/web";
import { currentRequest } from "./request.ts";

/** `s` text, `i` whole number, `f` number, `b` yes or no; lists in brackets, input objects as objects. */
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
 * @throws Failure with the issues when the operation was refused or could not be reached
 */
export async function execute<Data, Variables extends object>(
	operation: Operation<Data, Variables>,
	variables: Variables,
): Promise<Data> {
	const { data, issues } = isServer
		? await currentRequest().execute(operation.id, variables)
		: await post(operation.id, variables);
	const [first, ...rest] = issues;
	if (first) throw new Failure([first, ...rest]);
	return data as Data;
}

async function post(id: string, variables: object): Promise<{ data: unknown; issues: Issue[] }> {
	let response: Response;
	try {
		response = await fetch("/graphql", {
			method: "POST",
			headers: { "content-type": "application/json", "accept-language": document.documentElement.lang },
			body: JSON.stringify({ persisted: true, query: id, variables }),
		});
	} catch {
		return { data: null, issues: [{ code: "offline" }] };
	}
	const answer = await response.json().catch(() => null);
	if (!answer || !("data" in answer)) return { data: null, issues: [{ code: "unavailable" }] };
	const errors: { extensions?: Partial<Issue> }[] = answer.errors ?? [];
	return {
		data: answer.data,
		issues: errors.map(({ extensions }) =>
			isErrorCode(extensions?.code) ? (extensions as Issue) : { code: "internal" },
		),
	};
}

/**
 * The variables in a form's fields. Names are paths (`input.blocks.0.name`); a name that occurs twice makes a list, or
 * else the last one counts. Empty text is null where a number or a choice is wanted. What the form does not have at all
 * is left out.
 */
export function readFields(fields: Fields, shape: Shape, path = ""): unknown {
	if (typeof shape === "string") {
		const value = fields.findLast(([name]) => name === path)?.[1];
		return value === undefined ? undefined : readValue(value, shape);
	}
	if (Array.isArray(shape)) {
		const item = shape[0] as Shape;
		if (typeof item === "string") {
			const values = fields.filter(([name]) => name === path).map(([, value]) => value);
			return values.length
				? values.filter((value) => value !== "").map((value) => readValue(value, item))
				: undefined;
		}
		const indexes = new Set<number>();
		for (const [name] of fields) {
			if (!name.startsWith(`${path}.`)) continue;
			const index = Number(name.slice(path.length + 1).split(".", 1)[0]);
			if (Number.isInteger(index) && index >= 0 && index < 1000) indexes.add(index);
		}
		if (!indexes.size) return fields.some(([name]) => name === path) ? [] : undefined;
		return Array.from(
			{ length: Math.max(...indexes) + 1 },
			(_, index) => readFields(fields, item, `${path}.${index}`) ?? {},
		);
	}
	const entries = Object.entries(shape as { [field: string]: Shape })
		.map(([name, inner]) => [name, readFields(fields, inner, path ? `${path}.${name}` : name)] as const)
		.filter(([, value]) => value !== undefined);
	return entries.length || !path ? Object.fromEntries(entries) : undefined;
}

function readValue(value: string, kind: string): string | number | boolean | null {
	if (kind === "b") return value === "on" || value === "true";
	if (kind === "s") return value;
	if (value.trim() === "") return null;
	const number = Number(value.replace(",", "."));
	return Number.isNaN(number) ? value : number;
}

import { Failure, type Issue } from "@interurban/contract/errors";

/** How values travel inside of a page: plugins of seroval, which Solid serializes with. */

type Context<Part, Made> = { [method in "parse" | "serialize" | "deserialize"]: (part: Part) => Made };

const issuesOf = (error: Error): readonly Issue[] =>
	error instanceof Failure ? error.issues : [{ code: "internal" }];

/** An error goes with its issues, and without what its message and its stack tell about the service. */
const errorPlugin = {
	tag: "interurban/error",
	test: (value: unknown) => value instanceof Error,
	parse: {
		stream: (error: Error, context: Context<unknown, unknown>) => ({
			issues: context.parse(issuesOf(error)),
		}),
	},
	serialize: (node: { issues: unknown }, context: Context<unknown, string>) =>
		`Object.assign(Error(),{issues:${context.serialize(node.issues)}})`,
	deserialize: (node: { issues: unknown }, context: Context<unknown, unknown>) =>
		Object.assign(new Error(), { issues: context.deserialize(node.issues) }),
};

/** What operations answer is JSON, and JSON is JavaScript: written as it is, rather than looked at value by value. */
const dataPlugin = {
	tag: "interurban/data",
	test: (value: unknown) => {
		const prototype = Object.getPrototypeOf(value);
		return prototype === Object.prototype || prototype === null;
	},
	parse: { stream: (data: object) => ({ json: JSON.stringify(data) }) },
	serialize: ({ json }: { json: string }) => json.replaceAll("<", "\\u003c"),
	deserialize: ({ json }: { json: string }) => JSON.parse(json),
};

export const plugins = [errorPlugin, dataPlugin];

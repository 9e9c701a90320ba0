import { Failure, type Issue } from "@interurban/contract/errors";

type Context<Part, Made> = { [method in "parse" | "serialize" | "deserialize"]: (part: Part) => Made };

const issuesOf = (error: Error): readonly Issue[] =>
	error instanceof Failure ? error.issues : [{ code: "internal" }];

/**
 * How an error travels inside of a page, as a plugin of the serializer: with its issues, and without what its message and
 * its stack tell about the service.
 */
export const errorPlugin = {
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

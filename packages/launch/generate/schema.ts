import { posix } from "node:path";
import { codegen } from "@graphql-codegen/core";
import * as typescript from "@graphql-codegen/typescript";
import * as typescriptResolvers from "@graphql-codegen/typescript-resolvers";
import { buildASTSchema, type GraphQLSchema, lexicographicSortSchema, parse, printSchema } from "graphql";
import { readAll, writeDerived } from "./files.ts";

/**
 * Merges the slices' SDL into `packages/contract/schema.graphql` and writes the types of their resolvers.
 * A slice maps its GraphQL types to rows with a comment line in its SDL: `# @row Practice ./practices.queries.ts#PracticeRow`.
 * @returns the merged schema
 */
export async function generateSchema(): Promise<GraphQLSchema> {
	const files = await readAll("api", ".graphql");
	const sdl = files.map((file) => file.text).join("\n");
	const schema = lexicographicSortSchema(buildASTSchema(mergeRoots(sdl)));
	await writeDerived("packages/contract/schema.graphql", `${printSchema(schema)}\n`);
	const mappers: Record<string, string> = {};
	for (const { path, text } of files)
		for (const [, type, module, name] of text.matchAll(/^# @row (\w+) (\.\.?\/\S+)#(\w+(?: as \w+)?)$/gm)) {
			const folder = path.split("/").slice(1, -1).join("/");
			if (type && module && name) mappers[type] = `${posix.join("..", folder, module)}#${name}`;
		}
	const output = await codegen({
		schema: parse(printSchema(schema)),
		documents: [],
		filename: "resolvers.ts",
		config: {
			contextType: "../context.ts#Context",
			mappers,
			scalars: {
				ID: { input: "string", output: "string | number" },
				DateTime: { input: "string", output: "Date | string" },
			},
			enumsAsTypes: true,
			useTypeImports: true,
			avoidOptionals: { field: true, inputValue: false, object: false, defaultValue: false },
			maybeValue: "T | null | undefined",
			makeResolverTypeCallable: true,
			importExtension: ".ts",
			emitLegacyCommonJSImports: false,
		},
		plugins: [{ typescript: {} }, { resolvers: {} }],
		pluginMap: { typescript, resolvers: typescriptResolvers },
	});
	await writeDerived("api/generated/resolvers.ts", output);
	return schema;
}

/** Joins the `type Query` and `type Mutation` that every slice declares for itself. */
function mergeRoots(sdl: string) {
	const document = parse(sdl);
	const definitions = new Map<string, (typeof document.definitions)[number]>();
	const others: (typeof document.definitions)[number][] = [];
	for (const definition of document.definitions) {
		if (definition.kind !== "ObjectTypeDefinition" && definition.kind !== "ObjectTypeExtension") {
			others.push(definition);
			continue;
		}
		const before = definitions.get(definition.name.value);
		const fields = [
			...(before && "fields" in before ? (before.fields ?? []) : []),
			...(definition.fields ?? []),
		];
		const base = before?.kind === "ObjectTypeDefinition" ? before : definition;
		definitions.set(definition.name.value, {
			...base,
			kind: "ObjectTypeDefinition",
			fields,
		} as typeof definition);
	}
	return { ...document, definitions: [...others, ...definitions.values()] };
}

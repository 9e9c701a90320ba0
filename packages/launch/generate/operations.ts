import { createHash } from "node:crypto";
import { codegen } from "@graphql-codegen/core";
import * as typescript from "@graphql-codegen/typescript";
import * as typescriptOperations from "@graphql-codegen/typescript-operations";
import {
	type DocumentNode,
	type FragmentDefinitionNode,
	type GraphQLInputType,
	type GraphQLSchema,
	isEnumType,
	isInputObjectType,
	isListType,
	isNonNullType,
	type OperationDefinitionNode,
	parse,
	print,
	printSchema,
	typeFromAST,
	validate,
	visit,
} from "graphql";
import { readAll, removeOthers, writeDerived } from "./files.ts";

/**
 * From the documents of `web`: their types, one small object an operation (id, name, and for a mutation the shape of
 * its fields), and the texts by id, which is all that the server executes in production.
 */
export async function generateOperations(schema: GraphQLSchema): Promise<void> {
	const files = await readAll("web", ".graphql");
	const document = parse(files.map((file) => file.text).join("\n") || "query Nothing { __typename }");
	const errors = validate(schema, document);
	if (errors.length) throw new Error(errors.map((error) => error.toString()).join("\n\n"));

	const fragments = new Map<string, FragmentDefinitionNode>();
	const operations: OperationDefinitionNode[] = [];
	for (const definition of document.definitions) {
		if (definition.kind === "FragmentDefinition") fragments.set(definition.name.value, definition);
		if (definition.kind === "OperationDefinition") operations.push(definition);
	}
	const texts: Record<string, string> = {};
	const lines: string[] = [];
	for (const operation of operations) {
		const name = operation.name?.value;
		if (!name) throw new Error("every operation needs a name");
		const text = print({
			kind: "Document",
			definitions: [operation, ...usedFragments(operation, fragments)],
		} as DocumentNode);
		const id = createHash("sha256").update(text).digest("hex");
		texts[id] = text;
		const shape = operation.operation === "mutation" ? JSON.stringify(shapeOf(operation, schema)) : null;
		const suffix = operation.operation === "mutation" ? "Mutation" : "Query";
		const types = `${name}${suffix}, ${name}${suffix}Variables`;
		// A file each, so that a page loads the operations that it uses and no others.
		await writeDerived(
			`web/generated/operations/${name}.ts`,
			`import type { Operation } from "../../execute.ts";
import type { ${types} } from "../types.ts";

export const ${name}: Operation<${types}> = { id: "${id}", name: "${name}"${shape ? `, shape: ${shape}` : ""} };
`,
		);
		lines.push(`export { ${name} } from "./operations/${name}.ts";`);
	}
	await removeOthers(
		"web/generated/operations",
		new Set(operations.map((operation) => `${operation.name?.value}.ts`)),
	);
	const types = await codegen({
		schema: parse(printSchema(schema)),
		documents: [{ document }],
		filename: "types.ts",
		config: {
			enumsAsTypes: true,
			useTypeImports: true,
			skipTypename: true,
			onlyOperationTypes: true,
			scalars: { ID: "string", DateTime: "string" },
			avoidOptionals: { field: true, object: true, inputValue: false },
		},
		plugins: [{ operations: {} }],
		pluginMap: { typescript, operations: typescriptOperations },
	});
	await writeDerived("web/generated/types.ts", types);
	await writeDerived("web/generated/operations.ts", `${lines.join("\n")}\n`);
	await writeDerived("web/generated/texts.json", `${JSON.stringify(texts, null, "\t")}\n`);
}

function usedFragments(operation: OperationDefinitionNode, all: Map<string, FragmentDefinitionNode>) {
	const used = new Set<FragmentDefinitionNode>();
	const collect = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
		visit(node, {
			FragmentSpread(spread) {
				const fragment = all.get(spread.name.value);
				if (!fragment || used.has(fragment)) return;
				used.add(fragment);
				collect(fragment);
			},
		});
	};
	collect(operation);
	return [...used];
}

/** `s` text, `e` choice, `i` whole number, `f` number, `b` yes or no; lists in brackets, input objects as objects. */
type Shape = string | [Shape] | { [field: string]: Shape };

function shapeOf(operation: OperationDefinitionNode, schema: GraphQLSchema): Shape {
	return Object.fromEntries(
		(operation.variableDefinitions ?? []).map((definition) => {
			const type = typeFromAST(
				schema,
				definition.type as Parameters<typeof typeFromAST>[1],
			) as unknown as GraphQLInputType;
			return [definition.variable.name.value, shapeOfType(type)];
		}),
	);
}

function shapeOfType(type: GraphQLInputType): Shape {
	if (isNonNullType(type)) return shapeOfType(type.ofType);
	if (isListType(type)) return [shapeOfType(type.ofType)];
	if (isInputObjectType(type))
		return Object.fromEntries(
			Object.values(type.getFields()).map((field) => [field.name, shapeOfType(field.type)]),
		);
	if (isEnumType(type)) return "e";
	return { Int: "i", Float: "f", Boolean: "b" }[type.name] ?? "s";
}

import { readFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { buildApp } from "@interurban/api/app";
import { sdl, validationRules } from "@interurban/api/graphql";
import { makeLimiter } from "@interurban/api/limiter";
import { makeSessions } from "@interurban/api/sessions";
import {
	buildSchema,
	type GraphQLInputType,
	isEnumType,
	isInputObjectType,
	isListType,
	isNonNullType,
	isScalarType,
	type OperationDefinitionNode,
	parse,
	typeFromAST,
	validate,
} from "graphql";
import { afterAll, describe, expect, test } from "vitest";
import { useDatabase } from "../kit/database.ts";
import { makePerson } from "../kit/factories.ts";

const { db } = await useDatabase();
const sessions = makeSessions(db, false);
const schema = buildSchema(sdl);
const member = await makePerson(db);
const web = dirname(createRequire(import.meta.url).resolve("@interurban/web/package.json"));
const operations: Record<string, string> = JSON.parse(
	readFileSync(join(web, "generated/texts.json"), "utf8"),
);

/** The service as it is in production, or as developers have it, without pages. */
async function service(development: boolean) {
	const page = async () => ({ status: 200, html: "" });
	const app = await buildApp({
		db,
		web: () => ({ render: page, submit: page, feed: async () => ({ xml: "" }), operations }),
		assets: null,
		origin: "http://interurban.test",
		dataDir: "",
		development,
		limiter: makeLimiter(1000),
	});
	await app.listen({ port: 0, host: "localhost" });
	afterAll(() => app.close());
	const { port } = app.server.address() as AddressInfo;
	/** Sends a body to `/graphql`, text as it is, anything else as JSON. */
	const send = async (body: unknown, headers: Record<string, string> = {}) => {
		const response = await app.inject({
			method: "POST",
			url: "/graphql",
			headers: { "content-type": "application/json", ...headers },
			payload: typeof body === "string" ? body : JSON.stringify(body),
		});
		return { status: response.statusCode, text: response.body };
	};
	return { app, port, send };
}

const production = await service(false);
const development = await service(true);
const idOf = (name: string) => {
	const found = Object.entries(operations).find(([, text]) =>
		new RegExp(`^(query|mutation) ${name}\\b`).test(text),
	);
	if (!found) throw new Error(`there is no operation ${name}`);
	return found[0];
};

/** Refused without a word about how things are inside. */
function expectRefused({ status, text }: { status: number; text: string }) {
	expect(status, text).toBeLessThan(500);
	expect(text).not.toMatch(/Did you mean|node_modules|select |Cannot query|Syntax Error|"code":"internal"/i);
	const answer = JSON.parse(text);
	expect(answer.errors?.length ?? answer.error, text).toBeTruthy();
	expect(answer.data ?? null).toBeNull();
}

/** Something for every variable of an operation: the text wherever it fits. */
function variablesWith(document: string, text: string): object {
	const valueFor = (type: GraphQLInputType): unknown => {
		if (isNonNullType(type)) return valueFor(type.ofType);
		if (isListType(type)) return [valueFor(type.ofType)];
		if (isEnumType(type)) return type.getValues()[0]?.name;
		if (isInputObjectType(type))
			return Object.fromEntries(
				Object.entries(type.getFields()).map(([name, field]) => [name, valueFor(field.type)]),
			);
		if (!isScalarType(type)) return null;
		return { Int: 1, Float: 1.5, Boolean: true }[type.name] ?? text;
	};
	const [operation] = parse(document).definitions as OperationDefinitionNode[];
	return Object.fromEntries(
		(operation?.variableDefinitions ?? []).map(({ variable, type }) => [
			variable.name.value,
			valueFor(typeFromAST(schema, type as never) as unknown as GraphQLInputType),
		]),
	);
}

describe("in production", () => {
	const { app, port, send } = production;

	test("the operations of the pages are answered", async () => {
		const { status, text } = await send({ persisted: true, query: idOf("Viewer"), variables: {} });
		expect([status, JSON.parse(text)]).toEqual([200, { data: { viewer: null } }]);
	});

	test.each([
		["any other query", { query: "{ ping }" }],
		["any other query, said to be persisted", { persisted: true, query: "{ ping }" }],
		["introspection", { query: "{ __schema { types { name } } }" }],
		["an id of nothing", { persisted: true, query: "0".repeat(64) }],
		["an id that is a property of every object", { persisted: true, query: "constructor" }],
		[
			"a query that comes with its own hash",
			{ query: "{ ping }", extensions: { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } } },
		],
	])("%s is refused", async (_name, body) => expectRefused(await send(body)));

	test("nothing is answered by GET", async () => {
		for (const query of [
			"query={ping}",
			`persisted=true&query=${idOf("Viewer")}`,
			"query=mutation{signOut}",
		]) {
			const response = await app.inject({ url: encodeURI(`/graphql?${query}`) });
			expect(response.statusCode).toBeLessThan(500);
			expect(response.body).not.toContain('"data":{');
		}
		for (const url of ["/graphiql", "/graphql/stream", "/playground"]) {
			const { body } = await app.inject({ url });
			expect(body).not.toMatch(/graphiql|playground/i);
		}
	});

	test("a form of another site cannot ask", async () => {
		const body = JSON.stringify({ persisted: true, query: idOf("Viewer"), variables: {} });
		for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
			expectRefused(await send(body, { "content-type": type }));
	});

	test("several operations in one body are refused", async () => {
		const one = { persisted: true, query: idOf("Viewer"), variables: {} };
		for (const { send } of [production, development]) {
			expectRefused(await send([one, one]));
			expectRefused(await send([]));
		}
	});

	test.each([
		["200 KB", JSON.stringify({ query: `{ ping } #${"x".repeat(200_000)}` })],
		["half a body", '{"query": "{ pi'],
		["nothing", ""],
		["null", "null"],
		["a number", "7"],
		["text", '"ping"'],
		["no query", "{}"],
		["a query that is a list", '{"query":["{ ping }"]}'],
		["a query that is a number", '{"query":1}'],
		["variables that are text", '{"query":"{ ping }","variables":"x"}'],
		["bytes that are no UTF-8", Buffer.from([0x7b, 0xff, 0xfe, 0x7d]).toString("latin1")],
		["a prototype", '{"query":"{ ping }","__proto__":{"x":1},"constructor":{"prototype":{}}}'],
	])("a body of %s gets a clear error", async (_name, body) => expectRefused(await send(body)));

	test("an upgrade on /graphql is refused", async () => {
		const outcome = await new Promise((resolve) => {
			const asked = httpRequest({
				port,
				host: "localhost",
				path: "/graphql",
				headers: {
					connection: "Upgrade",
					upgrade: "websocket",
					origin: "http://interurban.test",
					"sec-websocket-version": "13",
					"sec-websocket-key": Buffer.alloc(16).toString("base64"),
					"sec-websocket-protocol": "graphql-transport-ws",
				},
			});
			asked.on("upgrade", (_response, socket) => {
				socket.destroy();
				resolve("upgraded");
			});
			asked.on("response", (response) => {
				response.resume();
				resolve("answered");
			});
			asked.on("error", () => resolve("ended"));
			asked.end();
		});
		expect(outcome).not.toBe("upgraded");
	});
});

describe("what developers may ask is limited too", () => {
	const nested = (depth: number) => `${"{ thread(id: 1) ".repeat(depth)}{ id }${" }".repeat(depth)}`;
	const deep = `{ practice(slug: "x") { related ${"{ related ".repeat(12)} { id } ${"}".repeat(12)} } }`;
	test.each([
		["nested a thousand times", nested(1000)],
		["too deep", deep],
		["with too many aliases", `{ ${Array.from({ length: 16 }, (_, i) => `a${i}: ping`).join(" ")} }`],
		["with too many directives", `{ ping ${"@include(if: true) ".repeat(11)} }`],
		["of too many words", `{ ${"ping ".repeat(1100)} }`],
		["with fragments in a circle", "{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }"],
		["that is no GraphQL", "{ ping"],
		["of an unknown field", "{ pong }"],
		["of two operations", "query a { ping } query b { ping }"],
		["that subscribes", "subscription { ping }"],
	])("a query %s is refused", async (_name, query) => expectRefused(await development.send({ query })));
});

test.each([
	["NUL", "\u0000"],
	["a lone surrogate", "\ud800"],
	["100,000 characters", "x".repeat(100_000)],
	["format controls", "\u202e\u2066"],
	["a number beyond every id", "99999999999999999999"],
	["no text", ""],
])(
	"%s in any variable of any operation never breaks it",
	async (_name, text) => {
		for (const [id, document] of Object.entries(operations)) {
			const body = { persisted: true, query: id, variables: variablesWith(document, text) };
			const { cookie } = await sessions.create(member.id, "test");
			for (const headers of [{}, { cookie: cookie.split(";", 1)[0] ?? "" }]) {
				const { status, text: answer } = await production.send(body, headers);
				expect(status, document).toBeLessThan(500);
				expect(answer, `${document}\n${JSON.stringify(headers)}`).not.toContain('"internal"');
			}
		}
	},
	60_000,
);

test("each operation of the pages keeps to the rules that strangers are held to", () => {
	const refused = Object.values(operations).flatMap((text) =>
		validate(schema, parse(text, { maxTokens: 1000 }), validationRules).map(
			({ message }) => `${text.slice(0, 60)}: ${message}`,
		),
	);
	expect(refused).toEqual([]);
});

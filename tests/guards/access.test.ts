import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { lookThrough } from "@interurban/api/alerts/alerts";
import { hashPassword } from "@interurban/api/people/password";
import { alerts } from "@interurban/db/schema/alerts";
import { reports } from "@interurban/db/schema/conversations";
import { files } from "@interurban/db/schema/files";
import { personLanguages } from "@interurban/db/schema/people";
import { practiceFiles } from "@interurban/db/schema/practice-parts";
import { desc } from "drizzle-orm";
import { buildSchema, getNamedType, isObjectType, isUnionType } from "graphql";
import { beforeAll, describe, expect, test } from "vitest";
import { type Asker, useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makePlace, makeTopics } from "../kit/factories.ts";
import { mutations, queries } from "./access.operations.ts";
import { type Fixture, type Role, roles } from "./access.roles.ts";
import { fieldArguments, types } from "./access.table.ts";

const schema = buildSchema(
	readFileSync(fileURLToPath(new URL("../../packages/contract/schema.graphql", import.meta.url)), "utf8"),
);
const { db } = await useDatabase();
/** Gives back what it gets. */
const translator = { translate: async (html: readonly string[]) => [...html] };
const { visitor, asMember } = await useApp(db, { translator });
const variableTypes = {
	practice: "ID!",
	slug: "String!",
	challenge: "ID!",
	thread: "ID!",
	post: "ID!",
	coAuthor: "String!",
	place: "ID!",
	handle: "String!",
	organisation: "ID!",
	alert: "ID!",
	conversation: "ID!",
	request: "ID!",
	report: "ID!",
	stranger: "String!",
	unusedEmail: "String!",
};

/** A document with the variables that its call uses. */
function documentOf(kind: "query" | "mutation", call: string): string {
	const used = Object.entries(variableTypes).filter(([name]) => call.includes(`$${name}`));
	const variables = used.map(([name, type]) => `$${name}: ${type}`).join(", ");
	return `${kind} ${variables && `(${variables})`} { ${call} }`;
}

let town: { id: number };
let passwordHash: string;
let made = 0;

beforeAll(async () => {
	await makeTopics(db, "composting", "waste");
	town = await makePlace(db, { name: "Musterstadt" });
	await makePlace(db, { name: "Nebenstadt" });
	passwordHash = await hashPassword("a long enough password");
	await makePerson(db, { email: "signs-in@city.example", passwordHash });
});

/** A practice with everything in it, a challenge, a thread with a post, a draft and an alert, all of one new person. */
async function makeFixture(): Promise<{ fixture: Fixture; author: Asker }> {
	const n = ++made;
	const person = await makePerson(db, { passwordHash, placeId: town.id, phone: "+49 1" });
	const coAuthor = await makePerson(db);
	await db.insert(personLanguages).values({ personId: person.id, language: "de", level: "native" });
	const author = await asMember(person);
	const input = {
		title: `Compost ${n}`,
		claim: "Half of the waste becomes compost.",
		language: "en",
		placeId: String(town.id),
		organisationName: "City of Musterstadt",
		organisationKind: "municipality",
		topicIds: ["composting"],
		sdgs: [12],
		stage: "running",
		situation: "Waste lay about.",
		approach: "We composted it.",
		outcome: "It is gone.",
		blocks: [{ name: "Bins" }],
		results: [
			{ indicator: "Compost", before: 0, after: 1, unit: "t", year: 2025, source: "https://city.example" },
		],
		costAmount: 5,
		costCurrency: "EUR",
		partners: [{ name: "Farmers" }],
		conditions: [{ description: "Space" }],
		contacts: [{ name: "Somebody" }],
		references: [{ title: "Report", url: "https://city.example" }],
		firstPublishedIn: "A journal",
	};
	const { saveSearch } = await author.get(
		'mutation { saveSearch(search: { text: "compost", filter: { topic: ["composting"] } }) { id } }',
	);
	const publish =
		"mutation ($input: PracticeInput!) { publishPractice(input: $input) { id slug organisation { id } thread { id } } }";
	const { publishPractice: practice } = await author.get(publish, { input });
	const [file] = await db
		.insert(files)
		.values({ ownerId: person.id, name: "a.pdf", mediaType: "application/pdf", size: 1 })
		.returning();
	if (file)
		await db.insert(practiceFiles).values({
			practiceId: practice.id,
			position: 0,
			fileId: file.id,
			description: "A",
			licence: "CC-BY-4.0",
		});
	await author.get(
		`mutation ($id: ID!, $input: PracticeInput!) { updatePractice(id: $id, revision: 1, input: $input) { id } }`,
		{ id: practice.id, input: { ...input, claim: "All of it." } },
	);
	await author.get(
		`mutation ($id: ID!) { translatePractice(id: $id, language: "de", title: "Kompost", claim: "Alles.") { id } }`,
		{ id: practice.id },
	);
	const { publishChallenge } = await author.get(
		`mutation ($id: ID!, $place: ID!) { publishChallenge(clientId: $id, input: { title: "Shade", problem: "It is hot.", placeId: $place, topicIds: ["composting"] }) { id } }`,
		{ id: crypto.randomUUID(), place: String(town.id) },
	);
	const { writePost } = await author.get(
		'mutation ($thread: ID!, $id: ID!) { writePost(threadId: $thread, clientId: $id, body: "Ask me.") { id } }',
		{ thread: practice.thread.id, id: crypto.randomUUID() },
	);
	await author.get(
		'mutation ($id: ID!) { writeTranslation(postId: $id, language: "de", body: "Fragen Sie.") { body } }',
		writePost,
	);
	await author.get(
		'mutation { saveDraft(key: "practice:mine", version: 0, fields: [{ name: "input.title", value: "Secret" }]) { key } }',
	);
	const start = `mutation ($to: [String!]!, $id: ID!) {
		startConversation(handles: $to, name: "Us", body: "Something between us.", clientId: $id) { id }
	}`;
	const third = await makePerson(db);
	const { startConversation: group } = await author.get(start, {
		...{ to: [coAuthor.handle, third.handle], id: crypto.randomUUID() },
	});
	await author.get('mutation ($id: ID!) { nameConversation(id: $id, name: "All of us") { id } }', group);
	const { startConversation: request } = await (await asMember(coAuthor)).get(start, {
		...{ to: [person.handle], id: crypto.randomUUID() },
	});
	await (await asMember(coAuthor)).get(
		'mutation ($id: ID!) { reportPost(postId: $id, reason: other, details: "See") }',
		{ id: writePost.id },
	);
	const [report] = await db.select().from(reports).orderBy(desc(reports.id)).limit(1);
	return {
		author,
		fixture: {
			practice: { id: practice.id, slug: practice.slug },
			challenge: publishChallenge,
			thread: practice.thread,
			post: writePost,
			coAuthor: coAuthor.handle,
			place: String(town.id),
			authorHandle: person.handle,
			organisation: practice.organisation.id,
			alert: saveSearch,
			conversation: group,
			request,
			report: { id: String(report?.id) },
			stranger: (await makePerson(db)).handle,
		},
	};
}

async function asRole(role: Role, author: Asker): Promise<Asker> {
	if (role === "visitor") return visitor;
	if (role === "author") return author;
	return asMember(await makePerson(db, { role, passwordHash }));
}

const variablesOf = (fixture: Fixture) => ({
	practice: fixture.practice.id,
	slug: fixture.practice.slug,
	challenge: fixture.challenge.id,
	thread: fixture.thread.id,
	post: fixture.post.id,
	coAuthor: fixture.coAuthor,
	place: fixture.place,
	handle: fixture.authorHandle,
	organisation: fixture.organisation,
	alert: fixture.alert.id,
	conversation: fixture.conversation.id,
	request: fixture.request.id,
	report: fixture.report.id,
	stranger: fixture.stranger,
	unusedEmail: `unused-${++made}@city.example`,
});

/** Whether there is any value at all in an answer. */
function holdsSomething(value: unknown): boolean {
	if (value === null || value === undefined) return false;
	if (Array.isArray(value)) return value.some(holdsSomething);
	if (typeof value === "object")
		return Object.entries(value).some(([key, inner]) => key !== "__typename" && holdsSomething(inner));
	return true;
}

const ownTypes = Object.values(schema.getTypeMap()).filter(
	(type) =>
		isObjectType(type) && !type.name.startsWith("__") && type.name !== "Query" && type.name !== "Mutation",
);

describe("the table of access", () => {
	test.each(ownTypes.map((type) => type.name))("says for every field of %s who reads it", (name) => {
		const type = schema.getType(name);
		const listed = (types[name]?.fields ?? []).flatMap(([, names]) => names.split(/\s+/).filter(Boolean));
		expect(listed.sort()).toEqual(isObjectType(type) ? Object.keys(type.getFields()).sort() : []);
	});

	test("says for every query and mutation who may", () => {
		expect(Object.keys(queries).sort()).toEqual(Object.keys(schema.getQueryType()?.getFields() ?? {}).sort());
		expect(Object.keys(mutations).sort()).toEqual(
			Object.keys(schema.getMutationType()?.getFields() ?? {}).sort(),
		);
	});

	test("holds no type that is gone", () => {
		expect(Object.keys(types).sort()).toEqual(ownTypes.map((type) => type.name).sort());
	});
});

describe.each(roles)("as %s", (role) => {
	let asker: Asker;
	let fixture: Fixture;

	beforeAll(async () => {
		await db.delete(alerts);
		const first = await makeFixture();
		await makeFixture(); // beside which there are related practices
		await lookThrough(db);
		fixture = first.fixture;
		asker = await asRole(role, first.author);
	});

	test.each(Object.entries(types))("the fields of %s", async (name, { at, fields }) => {
		const type = schema.getType(name);
		if (!isObjectType(type)) throw new Error(`${name} is no object`);
		for (const [readers, names] of fields)
			for (const field of names.split(/\s+/).filter(Boolean)) {
				const returns = getNamedType(type.getFields()[field]?.type);
				const inner = isObjectType(returns) || isUnionType(returns) ? " { __typename }" : "";
				const selection = `${field}${fieldArguments[`${name}.${field}`] ?? ""}${inner}`;
				const document = documentOf("query", at.replace("*", selection));
				const { data, issues } = await asker.ask(document, variablesOf(fixture));
				if (readers.includes(role)) expect(issues, `${name}.${field}`).toEqual([]);
				else expect(holdsSomething(data), `${name}.${field} reached a ${role}`).toBe(false);
			}
	});

	test.each(Object.entries(queries))("the query %s", async (_, { call, readers }) => {
		const document = documentOf("query", call);
		const { data, issues } = await asker.ask(document, variablesOf(fixture));
		if (readers.includes(role)) {
			expect(issues).toEqual([]);
			expect(holdsSomething(data)).toBe(true);
		} else expect(holdsSomething(data)).toBe(false);
	});

	test.each(Object.entries(mutations))("the mutation %s", async (_, { call, may }) => {
		const { fixture: own, author } = await makeFixture();
		const who = await asRole(role, author);
		const { data, issues } = await who.ask(documentOf("mutation", call), variablesOf(own));
		if (may.includes(role)) expect(issues).toEqual([]);
		else {
			expect(holdsSomething(data)).toBe(false);
			const refusals = role === "visitor" ? ["auth.required"] : ["forbidden", "not_found"];
			expect(refusals).toContain(issues[0]?.code);
		}
	});
});

import { randomUUID } from "node:crypto";
import * as tables from "@interurban/db/schema/index";
import { getTableColumns, getTableName, is, sql } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { Kind, parse, type VariableDefinitionNode } from "graphql";
import { beforeAll, expect, test } from "vitest";
import { type Asker, useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makePractice, makeTopics } from "../kit/factories.ts";
import { builtPages, pageRoutes } from "../kit/pages.ts";
import { listenTo, until } from "../kit/sockets.ts";
import { documents } from "../kit/threads.ts";
import { canaryOf, columns, columnsKeptFrom, namesIn } from "./leaks.columns.ts";

const { db } = await useDatabase();
const web = await builtPages();
const { app, origin, visitor, asMember } = await useApp(db, { web });

/** What is chosen from a list, a date or an id of ours says nothing. */
const wordless = ["PgEnumColumn", "PgUUID", "PgDateString"];

/** As the database calls a column. */
const toSnakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const holdsText = (column: { dataType: string; columnType: string }) =>
	["string", "json", "array", "custom"].includes(column.dataType) && !wordless.includes(column.columnType);

test("of every column that holds text it is said who may read it", () => {
	const stored = (Object.values(tables) as unknown[])
		.filter((table) => is(table, PgTable))
		.flatMap((table) =>
			Object.values(getTableColumns(table))
				.filter(holdsText)
				.map(({ name }) => `${getTableName(table)}.${toSnakeCase(name)}`),
		);
	const said = Object.entries(columns).flatMap(([table, byPrivacy]) =>
		Object.values(byPrivacy).flatMap((names) => namesIn(names).map((name) => `${table}.${name}`)),
	);
	expect(new Set(said)).toEqual(new Set(stored));
	expect(said).toHaveLength(new Set(said).size);
});

/** What the operations and addresses are asked with. */
const known = { ids: new Set<string>(), words: new Set(["albatross"]) };
const watchers: { name: string; asker: Asker; isModerator: boolean }[] = [];
let alice: Asker;
let bob: Asker;
let threadId = "";
let aliceId = 0;

const say = (column: string) => canaryOf(column);

beforeAll(async () => {
	await makeTopics(db, "waste");
	const owner = await makePerson(db, { handle: "alice", phone: say("people.phone") });
	aliceId = owner.id;
	const friend = await makePerson(db, { handle: "bob" });
	alice = await asMember(owner);
	bob = await asMember(friend);
	for (const role of ["member", "moderator", "admin"] as const) {
		const asker = await asMember(await makePerson(db, { handle: role, role }));
		watchers.push({ name: role, asker, isModerator: role !== "member" });
	}
	watchers.push({ name: "visitor", asker: visitor, isModerator: false });

	const started = await alice.get(
		`mutation ($clientId: ID!, $body: String!) {
			startConversation(handles: ["bob"], body: $body, clientId: $clientId) { id thread { posts(first: 1) { id } } }
		}`,
		{ clientId: randomUUID(), body: say("posts.body") },
	);
	threadId = started.startConversation.id;
	const postId = started.startConversation.thread.posts[0].id;
	await bob.get(`mutation ($id: ID!) { acceptConversation(id: $id) { id } }`, { id: threadId });
	const practice = await makePractice(db, {
		authorId: owner.id,
		importKey: say("practices.import_key"),
		importHash: say("practices.import_hash"),
	});
	const withdrawn = await makePractice(db, {
		authorId: owner.id,
		title: "albatross leaked-withdrawn",
		slug: "withdrawn",
		status: "withdrawn",
		withdrawnAt: new Date(),
	});
	const fileId = randomUUID();
	await db.execute(sql`update people set email = ${say("people.email")}, password_hash = ${say("people.password_hash")}
		where id = ${owner.id}`);
	await db.execute(sql`update threads set title = ${say("threads.title")}, summary = ${say("threads.summary")},
		summary_by_id = ${owner.id}, summary_at = now() where id = ${threadId}`);
	await db.execute(sql`insert into challenges (title, problem, language, author_id, place_id, import_key, import_hash)
		values ('A question', 'What to do?', 'en', ${owner.id}, ${practice.placeId}, ${say("challenges.import_key")},
			${say("challenges.import_hash")})`);
	await db.execute(sql`update posts set sent_hash = ${say("posts.sent_hash")} where id = ${postId}`);
	await db.execute(
		sql`insert into post_revisions (post_id, number, body) values (${postId}, 1, ${say("post_revisions.body")})`,
	);
	await db.execute(sql`insert into post_translations (post_id, language, body, translator_id)
		values (${postId}, 'de', ${say("post_translations.body")}, ${owner.id})`);
	await db.execute(sql`insert into conversation_traces (thread_id, version, after_number, kind, actor_id, title)
		values (${threadId}, 999, 1, 'named', ${owner.id}, ${say("conversation_traces.title")})`);
	await db.execute(sql`with made as (
			insert into reports (reporter_id, post_id, reason, details, note, closed_at, closed_by_id)
				values (${friend.id}, ${postId}, 'spam', ${say("reports.details")}, ${say("reports.note")}, now(), ${owner.id})
				returning id)
		insert into report_posts (report_id, number, author_id, body, created_at)
			select id, 1, ${owner.id}, ${say("report_posts.body")}, now() from made`);
	await db.execute(sql`with made as (
			insert into alerts (person_id, name, language, question, chosen, own_first)
				values (${owner.id}, ${say("alerts.name")}, 'en', ${say("alerts.question")},
					${JSON.stringify({ topic: [say("alerts.chosen")] })}::jsonb, false)
				returning id)
		insert into alert_terms (alert_id, kind, lexeme, weight, word, unless)
			select id, 'stem', ${say("alert_terms.lexeme")}, 1, 0, ${say("alert_terms.unless")} from made`);
	await db.execute(sql`insert into drafts (person_id, key, fields)
		values (${owner.id}, 'practice:new', ${JSON.stringify([["input.title", say("drafts.fields")]])}::jsonb)`);
	await db.execute(sql`insert into files (id, owner_id, name, media_type, size)
		values (${fileId}, ${owner.id}, ${say("files.name")}, 'application/pdf', 1)`);
	await db.execute(sql`insert into audit_events (actor_id, action, subject)
		values (${owner.id}, 'post.removed', ${say("audit_events.subject")})`);
	await db.execute(sql`insert into sessions (id, public_id, person_id, user_agent, expires_at, ends_at)
		values (${say("sessions.id")}, ${randomUUID()}, ${owner.id}, ${say("sessions.user_agent")}, now() + interval '1 day',
			now() + interval '1 day')`);
	for (const id of [threadId, postId, practice.id, withdrawn.id, owner.id, friend.id, fileId])
		known.ids.add(String(id));
	for (const word of ["alice", "bob", practice.slug, "withdrawn", "waste", fileId, threadId])
		known.words.add(word);
});

test("each private column holds its canary", async () => {
	for (const column of columnsKeptFrom({ isModerator: false })) {
		const [table = "", name = ""] = column.split(".");
		const rows = await db.execute(sql`select from ${sql.identifier(table)}
			where ${sql.identifier(name)}::text like ${`%${canaryOf(column).split(" ")[1]}%`}`);
		expect(rows.length, column).toBeGreaterThan(0);
	}
});

/** Fails when a text holds what its reader is not to know. */
function look(text: string, where: string, { isModerator }: { isModerator: boolean }): void {
	if (!text.includes("leaked-")) return;
	const kept = [...columnsKeptFrom({ isModerator }).map(canaryOf), "albatross leaked-withdrawn"];
	for (const canary of kept)
		expect(text.includes(canary.split(" ")[1] ?? ""), `${canary}: ${where}`).toBe(false);
}

/** All addresses of pages and feeds, below the language prefix, with every known thing in the place of a parameter. */
function addresses(): string[] {
	const routes = pageRoutes();
	expect(routes.length).toBeGreaterThan(30);
	const given = [...known.ids, ...known.words];
	const all = routes.flatMap((route) =>
		route.includes(":") ? given.map((one) => route.replaceAll(/:\w+/g, one)) : [route],
	);
	const lists = ["/search", "/people", "/practices", "/threads", "/messages", "/inbox", "/moderation"];
	return [
		...all,
		...lists.map((list) => `${list}?q=albatross`),
		...["/search.atom?q=albatross", "/practices.atom", "/topics/waste.atom"],
	];
}

test("no page or feed shows what its reader is not to know", async () => {
	const seen = await app.inject({ url: `/en/messages/${threadId}`, headers: { cookie: bob.cookie ?? "" } });
	expect(seen.body).toContain("leaked-posts-body");
	for (const { name, asker, isModerator } of watchers)
		for (const address of addresses()) {
			const response = await app.inject({
				url: `/en${address}`,
				headers: asker.cookie ? { cookie: asker.cookie } : {},
			});
			look(response.body, `${address} for ${name}`, { isModerator });
		}
});

test("no socket hears what whoever listens is not to know", async () => {
	const streams = ["thread", "messages", "person", "alerts"].flatMap((kind) =>
		[...known.ids, aliceId].map((id) => `${kind}:${id}`),
	);
	const heard: string[] = [];
	for (const { asker } of watchers) {
		const { socket, join: joinStream } = await listenTo(origin, { cookie: asker.cookie });
		socket.onAny((event, payload) => heard.push(JSON.stringify([event, payload])));
		for (const stream of streams.slice(0, 40)) await joinStream(stream);
	}
	const friend = await listenTo(origin, { cookie: bob.cookie });
	await friend.join(`thread:${threadId}`);
	const variables = { threadId, clientId: randomUUID(), body: canaryOf("posts.body") };
	const { writePost } = await alice.get(documents.write, variables);
	await alice.get(documents.edit, { id: writePost.id, body: `${canaryOf("posts.body")} edited` });
	await alice.get(documents.delete, { id: writePost.id });
	await until("the friend hears of all three", () => friend.heard.length === 3);
	expect(JSON.stringify(friend.heard)).toContain("leaked-posts-body");
	for (const event of heard) look(event, "a socket", { isModerator: true });
});

/** Values to ask an operation with: each known thing in the place of all that is asked for. */
function variablesFor(definitions: readonly VariableDefinitionNode[]): Record<string, unknown>[] {
	return [...known.ids, ...known.words].map((one) => {
		const value = (type: VariableDefinitionNode["type"]): unknown => {
			if (type.kind === Kind.NON_NULL_TYPE) return value(type.type);
			if (type.kind === Kind.LIST_TYPE) return [value(type.type)];
			const word = type.name.value;
			if (word === "Int") return 1;
			if (word === "Float") return 1;
			if (word === "Boolean") return true;
			return word === "ID" || word === "String" ? one : undefined;
		};
		return Object.fromEntries(
			definitions.map(({ variable, type }) => [variable.name.value, value(type)] as const),
		);
	});
}

/** After these a watcher would be a visitor, or what is private would be hidden with its owner. */
const leavers = /^(SignOut|EndSession|EndOtherSessions|SuspendPerson)$/;

test("no operation answers what whoever asks is not to know, errors included", async () => {
	const { posts } = (await bob.get(documents.read, { id: threadId })).thread;
	expect(JSON.stringify(posts)).toContain("leaked-posts-body");
	for (const text of Object.values(web.operations)) {
		const [operation] = parse(text).definitions;
		if (operation?.kind !== Kind.OPERATION_DEFINITION || leavers.test(operation.name?.value ?? "")) continue;
		for (const variables of variablesFor(operation.variableDefinitions ?? []))
			for (const { name, asker, isModerator } of watchers) {
				const answer = JSON.stringify(await asker.ask(text, variables));
				look(answer, `${operation.name?.value} ${JSON.stringify(variables)} for ${name}`, { isModerator });
			}
	}
	for (const { name, asker } of watchers)
		expect((await asker.get("{ viewer { handle } }")).viewer?.handle ?? "visitor").toBe(name);
});

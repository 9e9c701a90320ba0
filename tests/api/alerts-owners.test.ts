import { limits } from "@interurban/contract/limits";
import { alertHits, alerts } from "@interurban/db/schema/alerts";
import { people } from "@interurban/db/schema/people";
import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { useAlerts } from "../kit/alerts.ts";
import { makePerson } from "../kit/factories.ts";
import { listenTo, until } from "../kit/sockets.ts";

const { db, origin, visitor, asMember, made, publish, save, look, saveFor, listOf, newsOf, lookAs } =
	await useAlerts();

describe("an alert is its owner’s alone", () => {
	test("nobody else lists, renames or removes it, nor learns that it is there", async () => {
		const { id } = await saveFor(made.member, { text: "secret plans" });
		expect(await listOf(made.author)).toEqual([]);
		expect(await listOf(visitor)).toEqual([]);
		const rename = 'mutation ($id: ID!) { renameAlert(id: $id, name: "Mine") { id } }';
		const remove = "mutation ($id: ID!) { removeAlert(id: $id) }";
		for (const document of [rename, remove]) {
			expect((await made.author.ask(document, { id })).issues).toEqual([{ code: "not_found" }]);
			expect((await made.author.ask(document, { id: "987654" })).issues).toEqual([{ code: "not_found" }]);
			expect((await made.author.ask(document, { id: "x" })).issues).toEqual([{ code: "not_found" }]);
			expect((await visitor.ask(document, { id })).issues).toEqual([{ code: "auth.required" }]);
		}
		expect((await visitor.ask(save, { search: {} })).issues).toEqual([{ code: "auth.required" }]);
		expect((await visitor.get("{ viewer { newHits } }")).viewer).toBeNull();
		expect((await made.member.get(rename, { id })).renameAlert.id).toBe(id);
		expect(await listOf(made.member)).toMatchObject([{ name: "Mine" }]);
		expect((await made.member.get(remove, { id })).removeAlert).toBe(id);
		expect(await listOf(made.member)).toEqual([]);
	});

	test("looking at one’s own leaves others’ new", async () => {
		const other = await asMember(await makePerson(db));
		for (const asker of [made.member, other]) await saveFor(asker, { text: "fountains" });
		await publish({ title: "Fountains" });
		await look();
		await lookAs(made.member);
		expect([await newsOf(made.member), await newsOf(other)]).toEqual([0, 1]);
	});

	test("it is gone with its owner’s account", async () => {
		await saveFor(made.member, { text: "benches" });
		await publish({ title: "Benches" });
		await look();
		await db.delete(people).where(eq(people.id, made.memberId));
		expect(await db.$count(alerts, eq(alerts.personId, made.memberId))).toBe(0);
		expect(await db.$count(alertHits, sql`alert_id not in (select id from alerts)`)).toBe(0);
	});
});

test("one may have so many, also when they are saved at once, and is told so", async () => {
	await db.insert(alerts).values(
		Array.from({ length: limits.alerts - 1 }, (_, n) => ({
			...{ personId: made.memberId, name: `${n}`, language: "en", question: `q${n}`, chosen: {} },
			ownFirst: false,
		})),
	);
	const answers = await Promise.all(
		["one", "two", "three"].map((text) => made.member.ask(save, { search: { text } })),
	);
	expect(answers.flatMap(({ issues }) => issues)).toEqual([
		{ code: "alerts.too_many", args: { max: limits.alerts } },
		{ code: "alerts.too_many", args: { max: limits.alerts } },
	]);
	expect(await listOf(made.member)).toHaveLength(limits.alerts);
	// What there is already needs no place.
	expect((await saveFor(made.member, { text: "q3" })).name).toBe("3");
});

test("names are checked, and made of what is looked for where none is given", async () => {
	for (const [name, code] of [
		["x".repeat(limits.alertName + 1), "too_long"],
		["a\u202Eb", "forbidden_characters"],
		["a\0b", "unreadable_text"],
	])
		expect((await made.member.ask(save, { search: {}, name })).issues).toMatchObject([
			{ code, field: "name" },
		]);
	expect((await saveFor(made.member, {})).name).toBe("Everything in the network");
	const long = await saveFor(made.member, { text: "x".repeat(500) });
	expect([...long.name].length).toBe(limits.alertName);
	expect([...long.text].length).toBe(limits.query);
	const { id } = await saveFor(made.member, { text: "\u202Egreen\0 walls\uD800" }, "   ");
	expect((await listOf(made.member)).find((alert: { id: string }) => alert.id === id)).toMatchObject({
		text: "green walls",
		name: "green walls",
	});
	expect(
		(await made.member.ask('mutation ($id: ID!) { renameAlert(id: $id, name: " ") { id } }', { id })).issues,
	).toEqual([{ code: "required", field: "name" }]);
	expect((await lookAs(made.member, "soon")).issues).toEqual([{ code: "invalid", field: "until" }]);
});

test("its owner’s browsers hear of it, and nobody else’s", async () => {
	await saveFor(made.member, { text: "ferries" });
	const stream = `alerts:${made.memberId}`;
	const own = await listenTo(origin, { cookie: made.member.cookie });
	let reached = 0;
	own.socket.on("stream.reached", ({ version }) => {
		reached = version;
	});
	const joined = await own.join(stream);
	expect(joined.ok).toBe(true);
	for (const cookie of [made.author.cookie, null])
		expect(await (await listenTo(origin, { cookie })).join(stream)).toEqual({ ok: false, code: "not_found" });
	await publish({ title: "Ferries" });
	await look();
	const before = joined.ok ? joined.version : 0;
	await until("it is heard", () => reached > before);
});

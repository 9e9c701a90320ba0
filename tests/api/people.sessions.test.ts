import { people, sessions } from "@interurban/db/schema/people";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { password, SignIn, useAccounts } from "../kit/accounts.ts";
import { useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson } from "../kit/factories.ts";

const { db } = await useDatabase();
const { app, asMember, visitor } = await useApp(db);
const { send, me, member } = useAccounts(db, app);

const Me = "{ viewer { handle } }";

test("the table holds a hash of the token and of the password, never themselves", async () => {
	const { cookie, id } = await member({ email: "hashed@city.example" });
	const token = cookie.slice("session=".length);
	const [session] = await db.select().from(sessions).where(eq(sessions.personId, id));
	expect(session?.id).toMatch(/^[\da-f]{64}$/);
	expect(JSON.stringify(session)).not.toContain(token);
	const [person] = await db.select().from(people).where(eq(people.id, id));
	expect(person?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test("signing in replaces the session one came with", async () => {
	const { cookie, id } = await member({ email: "anew@city.example" });
	const { session } = await send(SignIn, { email: "anew@city.example", password }, cookie);
	expect(session).not.toBe(cookie);
	expect(await me(cookie)).toBeNull();
	expect(await me(session)).not.toBeNull();
	expect(await db.select().from(sessions).where(eq(sessions.personId, id))).toHaveLength(1);
});

test("a token that is no session makes a visitor and is taken from the browser", async () => {
	const answer = await send(Me, {}, "session=made-up");
	expect(answer.data.viewer).toBeNull();
	expect(answer.setCookie).toMatch(/^session=;.*Max-Age=0/);
});

test("signing out ends the session on the server too", async () => {
	const { cookie } = await member({ email: "out@city.example" });
	const out = await send("mutation { signOut }", {}, cookie);
	expect(out.setCookie).toMatch(/^session=;.*Max-Age=0/);
	expect(await me(cookie)).toBeNull();
	expect((await visitor.ask("mutation { signOut }")).data).toEqual({ signOut: true });
});

const Sessions = "{ sessions { id browser system startedAt current } }";

test("a person sees where they are signed in and ends a session from afar", async () => {
	const { cookie: here } = await member({ email: "many@city.example" });
	const { session: there } = await send(SignIn, { email: "many@city.example", password });
	const { data } = await send(Sessions, {}, here);
	expect(data.sessions).toHaveLength(2);
	expect(data.sessions).toContainEqual(
		expect.objectContaining({ browser: "Firefox", system: "Linux", current: true }),
	);
	const other = data.sessions.find((session: { current: boolean }) => !session.current);
	const end = "mutation ($input: ID!) { endSession(id: $input) }";
	expect((await send(end, other.id, here)).data).toEqual({ endSession: true });
	expect(await me(there)).toBeNull();
	expect(await me(here)).not.toBeNull();
});

test("nobody ends another person's session", async () => {
	const one = await member({ email: "one@city.example" });
	const two = await member({ email: "two@city.example" });
	const { data } = await send(Sessions, {}, two.cookie);
	const end = "mutation ($input: ID!) { endSession(id: $input) }";
	expect((await send(end, data.sessions[0].id, one.cookie)).data).toEqual({ endSession: true });
	expect(await me(two.cookie)).not.toBeNull();
	expect((await send(end, "not-a-session", one.cookie)).data).toEqual({ endSession: true });
	expect((await visitor.ask("mutation { endOtherSessions }")).issues).toEqual([{ code: "auth.required" }]);
	expect((await visitor.get(Sessions)).sessions).toEqual([]);
});

test("all other sessions end at once", async () => {
	const { cookie } = await member({ email: "three@city.example" });
	const others = await Promise.all([1, 2].map(() => send(SignIn, { email: "three@city.example", password })));
	expect((await send("mutation { endOtherSessions }", {}, cookie)).data).toEqual({ endOtherSessions: 2 });
	expect(await Promise.all(others.map(({ session }) => me(session)))).toEqual([null, null]);
	expect(await me(cookie)).not.toBeNull();
});

const ChangePassword = "mutation ($input: ChangePasswordInput!) { changePassword(input: $input) }";

test("a changed password ends every session and starts a new one here", async () => {
	const { cookie } = await member({ email: "change@city.example" });
	const { session: there } = await send(SignIn, { email: "change@city.example", password });
	const newPassword = "seven bridges over one river";
	const changed = await send(ChangePassword, { currentPassword: password, newPassword }, cookie);
	expect(changed.data).toEqual({ changePassword: true });
	expect(await Promise.all([cookie, there].map(me))).toEqual([null, null]);
	expect(await me(changed.session)).not.toBeNull();
	expect((await send(SignIn, { email: "change@city.example", password })).issues).toHaveLength(1);
	expect((await send(SignIn, { email: "change@city.example", password: newPassword })).issues).toEqual([]);
});

test("without the present password neither password nor address changes", async () => {
	const { cookie } = await member({ email: "guarded@city.example" });
	const input = { currentPassword: "guessed wrongly", newPassword: "seven bridges over one river" };
	expect((await send(ChangePassword, input, cookie)).issues).toEqual([
		{ code: "auth.wrong_password", field: "input.currentPassword" },
	]);
	const change = "mutation ($input: ChangeEmailInput!) { changeEmail(input: $input) { email } }";
	const refused = await send(change, { email: "x@city.example", currentPassword: "no" }, cookie);
	expect(refused.issues).toEqual([{ code: "auth.wrong_password", field: "input.currentPassword" }]);
	const taken = await send(change, { email: "change@city.example", currentPassword: password }, cookie);
	expect(taken.issues).toEqual([{ code: "auth.email_unusable", field: "input.email" }]);
	const done = await send(change, { email: "Guarded2@city.example", currentPassword: password }, cookie);
	expect(done.data.changeEmail).toEqual({ email: "guarded2@city.example" });
	expect((await send(ChangePassword, input)).issues).toEqual([{ code: "auth.required" }]);
});

test("a suspended member is a visitor at once", async () => {
	const { id } = await makePerson(db);
	const asker = await asMember({ id });
	expect((await asker.get(Me)).viewer).not.toBeNull();
	await db.update(people).set({ suspendedAt: new Date() }).where(eq(people.id, id));
	expect((await asker.get(Me)).viewer).toBeNull();
});

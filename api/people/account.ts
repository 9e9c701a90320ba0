import { setTimeout as sleep } from "node:timers/promises";
import { fail } from "@interurban/contract/errors";
import type { Language } from "@interurban/contract/languages";
import type { Db } from "@interurban/db/client";
import { audit } from "../audit.ts";
import { type Context, requireViewer } from "../context.ts";
import { type Check, makeCheck } from "../input.ts";
import type { Viewer } from "../sessions.ts";
import { write } from "../write.ts";
import {
	deleteSessions,
	findAccount,
	findOwnAccount,
	insertPerson,
	listSessions,
	type SessionRow,
	updateEmail,
	updatePassword,
} from "./account.queries.ts";
import { cleanEmail, cleanName, cleanNewPassword, readEmail } from "./account.rules.ts";
import { handleFrom } from "./handle.ts";
import { hashPassword, verifyPassword } from "./password.ts";
import { indexPeople } from "./people.index.ts";

/** Every answer to somebody who joins takes at least this long, so that the time does not tell a known address. */
const joinMilliseconds = 250;

/** Makes an account and starts a session. A known address gets the same answer, and a cookie that is no session. */
export async function join(
	ctx: Context,
	input: { name: string; email: string; password: string },
): Promise<true> {
	await ctx.limiter("join", ctx.address);
	const check = makeCheck();
	const name = cleanName(check, "input.name", input.name);
	const email = cleanEmail(check, "input.email", input.email);
	await cleanNewPassword(check, "input.password", input.password, [name, email]);
	check.done();
	const pace = sleep(joinMilliseconds);
	const passwordHash = await hashPassword(input.password);
	const person = await write(ctx, async (tx) => {
		const added = await addPerson(tx, { name, email, passwordHash, language: ctx.language, role: "member" });
		if (added) await audit(tx, { action: "account.joined", actorId: added.id });
		return added;
	});
	if (ctx.sessionToken) await ctx.sessions.end(ctx.sessionToken);
	const cookie = person
		? (await ctx.sessions.create(person.id, ctx.userAgent)).cookie
		: ctx.sessions.pretend();
	await pace;
	ctx.setCookie(cookie);
	return true;
}

type AddedPerson = Parameters<typeof insertPerson>[2] & { language: Language };

async function addPerson(db: Db, person: AddedPerson): Promise<{ id: number; handle: string } | null> {
	const added = await insertPerson(db, handleFrom(person.name, person.language), person);
	if (added) await indexPeople(db, [added.id]);
	return added;
}

/**
 * Adds an administrator, on the operator's word.
 * @throws Failure when the name, address or password will not do, or the address has an account
 */
export async function createAdministrator(
	db: Db,
	input: { name: string; email: string; password: string; language: Language },
): Promise<{ handle: string }> {
	const check = makeCheck();
	const name = cleanName(check, "name", input.name);
	const email = cleanEmail(check, "email", input.email);
	await cleanNewPassword(check, "password", input.password, [name, email]);
	check.done();
	const passwordHash = await hashPassword(input.password);
	return db.transaction(async (tx) => {
		const added = await addPerson(tx, {
			name,
			email,
			passwordHash,
			language: input.language,
			role: "admin",
		});
		if (!added) fail("auth.email_unusable", { field: "email" });
		await audit(tx, { action: "account.admin_created", subject: `person:${added.id}` });
		return added;
	});
}

/** Starts a session for whoever knows the password; the same refusal, in the same time, whatever is wrong. */
export async function signIn(ctx: Context, input: { email: string; password: string }): Promise<Viewer> {
	const email = readEmail(input.email);
	await ctx.limiter("signInAddress", ctx.address);
	await ctx.limiter("signInAccount", email);
	await ctx.limiter("signIn", `${email} ${ctx.address}`);
	const check = makeCheck();
	if (!input.email.trim()) check.add("required", "input.email");
	if (!input.password) check.add("required", "input.password");
	check.done();
	const account = await findAccount(ctx.db, email);
	const fits = await verifyPassword(account?.passwordHash, input.password);
	if (!account || !fits || account.suspendedAt) {
		const subject = account ? { subject: `person:${account.id}` } : {};
		await audit(ctx.db, { action: "account.sign_in_failed", ...subject });
		return fail("auth.wrong_credentials");
	}
	if (ctx.sessionToken) await ctx.sessions.end(ctx.sessionToken);
	const { viewer, cookie } = await ctx.sessions.create(account.id, ctx.userAgent);
	await audit(ctx.db, { action: "account.signed_in", actorId: account.id });
	ctx.setCookie(cookie);
	return viewer;
}

/** Ends the session that asks, if there is one. */
export async function signOut(ctx: Context): Promise<true> {
	const { viewer, session } = ctx;
	if (viewer && session)
		await write(ctx, async (tx) => {
			await deleteSessions(tx, viewer.id, { only: session.publicId });
			await audit(tx, { action: "account.signed_out", actorId: viewer.id });
		});
	ctx.setCookie(ctx.sessions.blank());
	return true;
}

/** One's sessions, the latest first. */
export async function listOwnSessions(ctx: Context): Promise<SessionRow[]> {
	return ctx.viewer ? listSessions(ctx.db, ctx.viewer.id) : [];
}

/** Ends one of one's own sessions. */
export async function endSession(ctx: Context, publicId: string): Promise<true> {
	const viewer = requireViewer(ctx);
	if (publicId === ctx.session?.publicId) return signOut(ctx);
	if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(publicId)) return true;
	await endSessions(ctx, viewer, { only: publicId });
	return true;
}

/** Ends every session but the one that asks; answers how many. */
export function endOtherSessions(ctx: Context): Promise<number> {
	return endSessions(ctx, requireViewer(ctx), { except: ctx.session?.publicId });
}

function endSessions(
	ctx: Context,
	viewer: Viewer,
	which: { only?: string; except?: string | undefined },
): Promise<number> {
	return write(ctx, async (tx) => {
		const ended = await deleteSessions(tx, viewer.id, which);
		if (ended) await audit(tx, { action: "account.session_ended", actorId: viewer.id });
		return ended;
	});
}

/** Changes the password; every session ends, and the browser that asked gets a new one. */
export async function changePassword(
	ctx: Context,
	input: { currentPassword: string; newPassword: string },
): Promise<true> {
	const viewer = requireViewer(ctx);
	const account = await confirmPassword(
		ctx,
		viewer,
		input.currentPassword,
		async (check, { name, email }) => {
			await cleanNewPassword(check, "input.newPassword", input.newPassword, [name, email]);
		},
	);
	const passwordHash = await hashPassword(input.newPassword);
	await write(ctx, async (tx) => {
		await updatePassword(tx, account.id, passwordHash);
		await deleteSessions(tx, account.id);
		await audit(tx, { action: "account.password_changed", actorId: account.id });
	});
	const { cookie } = await ctx.sessions.create(account.id, ctx.userAgent);
	ctx.setCookie(cookie);
	return true;
}

/** Changes the address one signs in with. */
export async function changeEmail(
	ctx: Context,
	input: { email: string; currentPassword: string },
): Promise<Viewer> {
	const viewer = requireViewer(ctx);
	let email = "";
	await confirmPassword(ctx, viewer, input.currentPassword, async (check) => {
		email = cleanEmail(check, "input.email", input.email);
	});
	await write(ctx, async (tx) => {
		if (!(await updateEmail(tx, viewer.id, email))) fail("auth.email_unusable", { field: "input.email" });
		await audit(tx, { action: "account.email_changed", actorId: viewer.id });
	});
	return viewer;
}

/** Asks for the password again before a change to the account; `also` adds what else is wrong with the input. */
async function confirmPassword(
	ctx: Context,
	viewer: Viewer,
	password: string,
	also: (check: Check, account: { name: string; email: string }) => Promise<void>,
) {
	await ctx.limiter("signIn", `person ${viewer.id}`);
	const account = await findOwnAccount(ctx.db, viewer.id);
	if (!account) return fail("auth.required");
	const check = makeCheck();
	if (!password) check.add("required", "input.currentPassword");
	else if (!(await verifyPassword(account.passwordHash, password))) {
		await audit(ctx.db, { action: "account.password_refused", actorId: viewer.id });
		check.add("auth.wrong_password", "input.currentPassword");
	}
	await also(check, account);
	check.done();
	return { id: viewer.id, ...account };
}

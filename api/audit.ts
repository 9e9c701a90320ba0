import type { Db } from "@interurban/db/client";
import { auditEvents } from "@interurban/db/schema/people";

/** What is recorded: sign-ins, changes to accounts, denied access, acts of staff. */
export type AuditAction =
	| "report.made"
	| "report.closed"
	| "person.suspended"
	| "person.readmitted"
	| "post.removed"
	| "post.translation_removed"
	| "post.solution_marked"
	| "post.solution_unmarked"
	| "thread.closed"
	| "thread.reopened"
	| "thread.summarised"
	| "thread.renamed"
	| "thread.moved"
	| "challenge.closed"
	| "account.joined"
	| "account.signed_in"
	| "account.sign_in_failed"
	| "account.signed_out"
	| "account.session_ended"
	| "account.password_changed"
	| "account.password_refused"
	| "account.email_changed"
	| "account.admin_created"
	| "practice.changed"
	| "practice.withdrawn";

/**
 * Adds a line to the audit log. It is append-only and holds no content: who, what, and about whom or what.
 * @param subject e.g. `person:12`, never anything that was typed
 */
export async function audit(
	db: Db,
	event: { action: AuditAction; actorId?: number | null; subject?: string },
): Promise<void> {
	await db.insert(auditEvents).values({
		action: event.action,
		actorId: event.actorId ?? null,
		subject: event.subject ?? null,
	});
}

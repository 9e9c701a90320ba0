import type { Fields } from "@interurban/contract/rendering";
import type { ServerDraft } from "../drafts/drafts.data.ts";
import type { LocalDraft } from "../drafts/local-drafts.ts";
import type { AnsweredPost } from "../outbox/outgoing.ts";

/** What is being written in a thread and not yet sent. */
export type Unsent = {
	text: string;
	replyTo: AnsweredPost | null;
	/** Under which it may have been sent before, with another text; null for a new post. */
	clientId: string | null;
};

/** The same as the fields of a draft. @param title of the thread, by which the draft is listed */
export function unsentFields(unsent: Unsent, title: string): Fields {
	const { text, replyTo, clientId } = unsent;
	const fields: Fields = [
		["title", title],
		["body", text],
	];
	if (replyTo)
		fields.push(
			["replyToId", replyTo.id],
			["replyToNumber", String(replyTo.number)],
			["replyToName", replyTo.name],
		);
	if (clientId) fields.push(["clientId", clientId]);
	return fields;
}

/** What the fields of a draft hold. */
export function unsentIn(fields: Fields): Unsent {
	const value = (name: string) => fields.findLast(([field]) => field === name)?.[1] ?? "";
	const number = Number(value("replyToNumber"));
	const id = value("replyToId");
	return {
		text: value("body"),
		replyTo: id && number ? { id, number, name: value("replyToName") } : null,
		clientId: value("clientId") || null,
	};
}

/**
 * With what to go on, of what stands in the field, what this device kept and what the server has: `server` replaces the
 * field, `field` is based on what the server has, `conflict` is for the author to choose.
 */
export function meeting(
	typed: string,
	local: Pick<LocalDraft, "version" | "ahead"> | undefined,
	server: Pick<ServerDraft, "version" | "fields">,
): "server" | "field" | "conflict" {
	const isSame = typed.trim() === unsentIn(server.fields).text.trim();
	if (isSame || (local?.ahead && local.version === server.version)) return "field";
	return typed.trim() ? "conflict" : "server";
}

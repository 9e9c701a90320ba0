import { onMount } from "solid-js";
import { createDraft } from "../drafts/create-draft.ts";
import { threadDraftKey } from "../drafts/draft-keys.ts";
import { findDraft } from "../drafts/drafts.data.ts";
import { listLocally } from "../drafts/local-drafts.ts";
import { whenIdle } from "../idle.ts";
import { meeting, type Unsent, unsentFields, unsentIn } from "./unsent.ts";

/**
 * What is written in a thread, kept on the device at once and on the server soon after, so that its author can go on
 * elsewhere.
 * @param of.typed what stands in the field
 * @param of.onFound is given what was kept, to go on with
 */
export function createComposerDraft(of: {
	thread: { id: string; title: string };
	owner: string;
	typed: () => Unsent;
	onFound: (unsent: Unsent) => void;
}) {
	const key = threadDraftKey(of.thread.id, of.owner);
	const draft = createDraft({
		...{ start: { key, version: 0 }, owner: () => of.owner },
		onNewer: (found) => of.onFound(unsentIn(found?.fields ?? [])),
	});
	const fields = () => unsentFields(of.typed(), of.thread.title);
	let isBegunAnew = false;
	const change = () => (of.typed().text.trim() ? draft.change(fields()) : draft.clear());

	onMount(async () => {
		const local = (await listLocally(of.owner)).find((kept) => kept.key === key);
		if (local?.ahead && !of.typed().text.trim() && !isBegunAnew) of.onFound(unsentIn(local.fields));
		if (of.typed().text.trim()) change();
		await whenIdle();
		const server = await findDraft(key).catch(() => null);
		if (!server || isBegunAnew) return;
		const way = meeting(of.typed().text, local, server);
		if (way === "conflict") return draft.meet(server, fields());
		draft.goOn(server.version);
		if (way === "server") of.onFound(unsentIn(server.fields));
	});

	return {
		...{ state: draft.state, conflict: draft.conflict, keepMine: draft.keepMine, fields, change },
		/** What the server has of it; 0 for nothing. */
		version: draft.version,
		/** What was typed is on its way. */
		sent(): void {
			isBegunAnew = true;
			draft.restart();
		},
		/** Ends a conflict in favour of the other device. */
		takeOther(): void {
			const other = draft.conflict();
			if (!other) return;
			draft.restart();
			draft.goOn(other.version);
			of.onFound(unsentIn(other.fields));
		},
	};
}

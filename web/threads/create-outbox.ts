import { Failure } from "@interurban/contract/errors";
import { createEffect, createSignal, onCleanup, onMount } from "solid-js";
import { makeClientId } from "../client-id.tsx";
import { execute } from "../execute.ts";
import { WritePost } from "../generated/operations.ts";
import type { WrittenPostFragment } from "../generated/types.ts";
import { liveState } from "../live.ts";
import { afterRefusal, keeper, type Outgoing, pauseAfter } from "./outbox.ts";

/**
 * The posts that a person wrote in a thread and that are not acknowledged yet: sent in their order, kept on the device
 * until they are. Each keeps its client id, so that sending it again makes one post.
 * @param of.onSent is told what the server answered
 * @param of.heldVersion of the thread on the page: a sent post is shown here until the thread shows it
 */
export function createOutbox(of: {
	threadId: string;
	owner: string;
	onSent: (post: WrittenPostFragment) => void;
	heldVersion: () => number;
}) {
	const kept = keeper(of.owner, of.threadId);
	const [entries, setEntries] = createSignal<readonly Outgoing[]>([]);
	let isSending = false;
	let attempt = 0;
	let timer: ReturnType<typeof setTimeout> | undefined;

	const put = (entry: Outgoing) => {
		setEntries((all) => all.map((other) => (other.clientId === entry.clientId ? entry : other)));
		kept.keepOutgoing(entry.clientId, entry.status === "sent" ? null : entry);
	};
	const drop = (clientId: string) => {
		setEntries((all) => all.filter((entry) => entry.clientId !== clientId));
		kept.keepOutgoing(clientId, null);
	};

	const sendNext = async (): Promise<void> => {
		clearTimeout(timer);
		const entry = entries().find(({ status }) => status === "queued");
		if (!entry || isSending) return;
		isSending = true;
		put({ ...entry, status: "sending", issue: null });
		try {
			const { clientId, threadId, body, replyTo } = entry;
			const { writePost } = await execute(WritePost, {
				...{ clientId, threadId, body },
				replyToId: replyTo?.id ?? null,
			});
			attempt = 0;
			put({ ...entry, status: "sent", issue: null, version: writePost.version });
			of.onSent(writePost);
		} catch (error) {
			const issue = error instanceof Failure ? error.issues[0] : { code: "internal" as const };
			const refused = afterRefusal(entry, issue);
			put(refused);
			if (refused.status === "queued") {
				timer = setTimeout(() => void sendNext(), pauseAfter(issue, attempt++));
				return;
			}
		} finally {
			isSending = false;
		}
		return sendNext();
	};

	onMount(() => {
		setEntries(
			kept.outgoing().map((entry) => ({ ...entry, status: entry.status === "failed" ? "failed" : "queued" })),
		);
		void sendNext();
		const now = () => void sendNext();
		window.addEventListener("online", now);
		onCleanup(() => {
			clearTimeout(timer);
			window.removeEventListener("online", now);
		});
	});
	createEffect(() => {
		if (liveState() === "online") void sendNext();
	});
	createEffect(() => {
		const held = of.heldVersion();
		const shown = ({ version }: Outgoing) => version !== null && version <= held;
		if (entries().some(shown)) setEntries((all) => all.filter((entry) => !shown(entry)));
	});

	return {
		entries,
		add(body: string, replyTo: Outgoing["replyTo"]): void {
			const clientId = makeClientId();
			const { owner, threadId } = of;
			const entry = {
				clientId,
				threadId,
				body,
				replyTo,
				owner,
				status: "queued",
				issue: null,
				version: null,
			} as const;
			setEntries((all) => [...all, entry]);
			kept.keepOutgoing(clientId, entry);
			void sendNext();
		},
		retry(clientId: string): void {
			const entry = entries().find((other) => other.clientId === clientId);
			if (!entry) return;
			attempt = 0;
			put({ ...entry, status: "queued", issue: null });
			void sendNext();
		},
		/** Takes back what was not sent; answers it, for its author to write on. */
		takeBack(clientId: string): Outgoing | undefined {
			const entry = entries().find((other) => other.clientId === clientId);
			drop(clientId);
			return entry;
		},
	};
}

export type Outbox = ReturnType<typeof createOutbox>;

import { createEffect, createRoot, createSignal, on } from "solid-js";
import { execute } from "../execute.ts";
import { WritePost } from "../generated/operations.ts";
import type { WrittenPostFragment } from "../generated/types.ts";
import { liveState } from "../live.ts";
import { makeOutbox, type NewOutgoing } from "./make-outbox.ts";
import type { Outgoing } from "./outgoing.ts";
import { makeDeviceStore } from "./outgoing-store.ts";
import { tellWaiting } from "./waiting.ts";

/** A post that was acknowledged a moment ago, with the version of its thread that has it. */
export type SentPost = Outgoing & { version: number };

/** What the tabs of a browser tell each other. */
type News = { sending: string | null } | { sent: SentPost } | { changed: true };

const store = makeDeviceStore();
const listeners = new Set<(post: WrittenPostFragment) => void>();

/** One at a time among all tabs. Where the browser cannot do that, the client ids prevent harm. */
const inTurn = (work: () => Promise<void>): Promise<void> =>
	navigator.locks ? navigator.locks.request("interurban-outbox", work) : work();

/** How many posts wait on this device for others than a person. */
export async function countOfOthers(owner: string | null, threadId: string): Promise<number> {
	const entries = await store.list();
	return entries.filter((entry) => entry.threadId === threadId && entry.owner !== owner).length;
}

/** Calls back for each post that this tab has sent. */
export function onSent(listener: (post: WrittenPostFragment) => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

function open(owner: string) {
	const [entries, setEntries] = createSignal<readonly Outgoing[]>([]);
	const [sending, setSending] = createSignal<string | null>(null);
	const [sent, setSent] = createSignal<readonly SentPost[]>([]);
	const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(`outbox:${owner}`);
	const read = async () => {
		const all = await outbox.list();
		setEntries(all);
		tellWaiting(owner, all);
	};
	const hear = (news: News) => {
		if ("sending" in news) setSending(news.sending);
		else {
			if ("sent" in news) setSent((before) => [...before, news.sent]);
			void read();
		}
	};
	const tell = (news: News) => {
		hear(news);
		channel?.postMessage(news);
	};
	const outbox = makeOutbox<WrittenPostFragment>({
		...{ owner, store, inTurn },
		async send({ clientId, threadId, body, replyTo, draftVersion }) {
			const variables = { clientId, threadId, body, replyToId: replyTo?.id ?? null, draftVersion };
			return (await execute(WritePost, variables, { as: owner })).writePost;
		},
		onSending: (clientId) => tell({ sending: clientId }),
		onSent: (entry, post) => {
			for (const listener of listeners) listener(post);
			tell({ sent: { ...entry, version: post.version } });
		},
		onChange: () => tell({ changed: true }),
	});

	channel?.addEventListener("message", ({ data }) => hear(data));
	const again = () => document.visibilityState === "visible" && entries().length && void outbox.send();
	window.addEventListener("online", again);
	window.addEventListener("focus", again);
	document.addEventListener("visibilitychange", again);
	createRoot(() => createEffect(on(liveState, (state) => state === "online" && again())));
	void read().then(outbox.send);

	return {
		/** What has not arrived, in the order of writing. */
		entries,
		/** The client id of the post that is under way, in whichever tab. */
		sending,
		/** What arrived since the page was opened. */
		sent,
		add: (entry: NewOutgoing) => outbox.add(entry),
		retry: (clientId: string) => outbox.retry(clientId),
		/** Forgets a post that was not sent. */
		drop: (clientId: string) => outbox.drop(clientId),
		forgetSent: (clientId: string) => setSent((all) => all.filter((post) => post.clientId !== clientId)),
	};
}

export type Outbox = ReturnType<typeof open>;

const outboxes = new Map<string, Outbox>();

/** What a person wrote on this device and the network has not acknowledged. In the browser only. */
export function outboxOf(owner: string): Outbox {
	const there = outboxes.get(owner) ?? open(owner);
	outboxes.set(owner, there);
	return there;
}

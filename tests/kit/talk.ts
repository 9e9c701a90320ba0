import { Conversation, Thread, UnreadMessages } from "@interurban/web/generated/operations";
import type { ConversationQuery } from "@interurban/web/generated/types";
import { isThreadChanged, makeConversationSync } from "@interurban/web/messages/conversation-sync";
import { type Mailbox, makeMailboxSync } from "@interurban/web/messages/mailbox-sync";
import { fetchAnew, fetchChanges, stateOf } from "@interurban/web/threads/fetch-thread";
import type { ThreadState } from "@interurban/web/threads/thread-state";
import { makeThreadSync } from "@interurban/web/threads/thread-sync";
import type { Asker, TestApp } from "./app.ts";
import { type Fate, runAs } from "./reader.ts";
import { type Listener, listenTo, until } from "./sockets.ts";

const whole = { after: 0, around: null };
const pauses = { patience: () => 3, retryAfter: () => 5 };

/**
 * A page of somebody's that shows a conversation, over a connection that may be bad: who takes part, its messages, and how
 * much there is to read in all conversations.
 * @param of.fate what the network does to each event on its way
 */
export async function openTalk(
	app: TestApp,
	asker: Asker,
	of: { id: string; personId: number; fate: () => Fate },
) {
	const { id } = of;
	const run = runAs(asker);
	const fetchTalk = () => run(Conversation, { id });
	const fetchThread = async () => stateOf(await run(Thread, { id, ...whole, first: 50 }), whole);
	const fetchMailbox = async (): Promise<Mailbox> => {
		const { viewer } = await run(UnreadMessages, {});
		return { version: viewer?.messagesVersion ?? 0, unread: viewer?.unreadMessages ?? 0 };
	};
	let talk: ConversationQuery;
	let thread: ThreadState | null;
	let mailbox = await fetchMailbox();
	[talk, thread] = await Promise.all([fetchTalk(), fetchThread()]);
	let listener: Listener | undefined;
	let inFlight = 0;

	const followPosts = () =>
		makeThreadSync({
			...pauses,
			get: () => thread as ThreadState,
			set: (next) => {
				thread = next;
			},
			fetchChanges: (version) => fetchChanges(id, version, run),
			fetchAnew: () => fetchAnew(id, 0, run),
		});
	let posts: ReturnType<typeof followPosts> | undefined = followPosts();
	const refetch = async () => {
		inFlight++;
		thread = await fetchThread();
		if (!thread) {
			posts?.stop();
			posts = undefined;
		} else if (posts) posts.replaced();
		else {
			posts = followPosts();
			await follow(`thread:${id}`, posts);
		}
		inFlight--;
	};
	const people = makeConversationSync(
		{
			...{ id, retryAfter: pauses.retryAfter, version: () => talk.conversation?.thread.version ?? 0 },
			set: (seen) => {
				const isChanged = isThreadChanged(seen.conversation, talk.conversation);
				talk = seen;
				if (isChanged && seen.conversation) void refetch();
				// Who does not take part any more is shown a page that says so, and follows nothing from then on.
				if (!seen.conversation) [posts, people].forEach((one) => void one?.stop());
			},
		},
		run,
	);
	const box = makeMailboxSync(
		{
			get: () => mailbox,
			set: (next) => {
				if (next.version !== mailbox.version) people.changed();
				mailbox = next;
			},
			retryAfter: pauses.retryAfter,
		},
		run,
	);
	const late = (work: () => void) => {
		for (const delay of of.fate()) {
			inFlight++;
			setTimeout(() => {
				inFlight--;
				work();
			}, delay);
		}
	};
	const follow = async (stream: string, follower: { reached(version: number): void; ask(): void }) => {
		const answer = await listener?.join(stream);
		if (answer?.ok) follower.reached(answer.version);
		else follower.ask();
	};
	const connect = async () => {
		listener = await listenTo(app.origin, { cookie: asker.cookie });
		const { socket } = listener;
		const isTalk = (stream: string) => stream === `thread:${id}`;
		socket.on("post.changed", (event) => late(() => posts?.hear(event)));
		socket.on("conversation.changed", ({ version }) => {
			late(() => posts?.reached(version));
			late(people.changed);
		});
		socket.on("messages.changed", (event) => late(() => box.hear(event)));
		socket.on("stream.reached", ({ stream, version }) => {
			for (const one of isTalk(stream) ? [posts, people] : [box]) late(() => one?.reached(version));
		});
		await follow(`thread:${id}`, {
			reached: (version) => [posts, people].forEach((one) => void one?.reached(version)),
			ask: () => [posts, people].forEach((one) => void one?.ask()),
		});
		await follow(`messages:${of.personId}`, box);
	};
	const held = () =>
		talk.conversation ? { talk, thread, mailbox } : { talk: { ...talk, viewer: null }, mailbox };
	return {
		run,
		connect,
		disconnect: () => listener?.socket.disconnect(),
		/** Everything on the page. */
		held,
		/** The same as it would be fetched now. */
		async fresh(): Promise<ReturnType<typeof held>> {
			const [talk, thread, mailbox] = await Promise.all([fetchTalk(), fetchThread(), fetchMailbox()]);
			return talk.conversation ? { talk, thread, mailbox } : { talk: { ...talk, viewer: null }, mailbox };
		},
		/** Waits until all that is under way has arrived, and the page holds what was fetched. */
		async settled(isSo: () => boolean): Promise<void> {
			await until("the page holds what there is", () => inFlight === 0 && isSo());
		},
		close(): void {
			listener?.socket.disconnect();
			for (const one of [posts, people, box]) one?.stop();
		},
		isOver: () => talk.conversation === null,
	};
}

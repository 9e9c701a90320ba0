import { query, revalidate } from "@solidjs/router";
import { execute } from "../execute.ts";
import {
	BlockedPeople,
	Conversation,
	Conversations as ConversationList,
	MessageFilters,
	MessageSubject,
	Recipient,
	Requests,
	SearchedMessages,
} from "../generated/operations.ts";
import type {
	ConversationItemFragment,
	ConversationQuery,
	SearchedMessagesQuery,
} from "../generated/types.ts";
import { getThread, type Window } from "../threads/threads.data.ts";

export type ConversationSummary = ConversationItemFragment;
export type FullConversation = NonNullable<ConversationQuery["conversation"]>;
export type FoundMessage = SearchedMessagesQuery["messages"]["items"][number];

/** One's conversations, with the requests on their first page. */
export const getConversations = query(async (after: string | null) => {
	const [lists, requests] = await Promise.all([
		execute(ConversationList, { after }),
		after ? null : execute(Requests, {}),
	]);
	return { ...lists, requests: requests?.conversations.items ?? [] };
}, "conversations");
export type Conversations = Awaited<ReturnType<typeof getConversations>>;

export const getConversation = query((id: string) => execute(Conversation, { id }), "conversation");

/** What is looked for in messages, as an address says it: `?q=compost&in=12&from=anna`. */
export type Question = { text: string; conversationId: string | null; author: string | null };

export function questionIn(address: Readonly<Record<string, unknown>>): Question | null {
	const textIn = (name: string) => {
		const value = address[name];
		return typeof value === "string" && value.trim() ? value.trim() : null;
	};
	const text = textIn("q");
	return text === null ? null : { text, conversationId: textIn("in"), author: textIn("from") };
}

export const searchMessages = query(
	(question: Question, after: string | null) => execute(SearchedMessages, { ...question, after }),
	"searched-messages",
);

/** The conversations and people by which a search can be narrowed, those of whom one heard last first. */
export const getMessageFilters = query(async () => {
	const { viewer, conversations } = await execute(MessageFilters, {});
	const people = new Map(viewer ? [[viewer.handle, viewer.name]] : []);
	for (const { participants } of conversations.items)
		for (const { person } of participants) people.set(person.handle, person.name);
	return {
		conversations: conversations.items,
		people: [...people].map(([value, label]) => ({ value, label })),
	};
}, "message-filters");
export const getBlockedPeople = query(() => execute(BlockedPeople, {}), "blocked-people");

/** Those whom an address names as recipients, and the practice that it is to be about. */
export const getNewMessage = query(async (handles: readonly string[], slug: string | null) => {
	const [people, practice] = await Promise.all([
		Promise.all(handles.slice(0, 20).map((handle) => execute(Recipient, { handle }))),
		slug ? execute(MessageSubject, { slug }) : null,
	]);
	return {
		people: people.flatMap(({ person }) => (person ? [{ value: person.handle, label: person.name }] : [])),
		practice: practice?.practice ?? null,
	};
}, "new-message");

/** Looks at a conversation again, after the reader has changed it on its own page. */
export function refreshConversation(): void {
	void revalidate([getConversation.key, getThread.key]);
}

/** A conversation opens where its reader left off. */
export const whereLeft: Window = { after: null, around: null, atUnread: true };

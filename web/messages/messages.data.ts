import { query, revalidate } from "@solidjs/router";
import { execute } from "../execute.ts";
import {
	BlockedPeople,
	Conversation,
	Conversations as ConversationList,
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
export const searchMessages = query(
	(text: string, after: string | null) => execute(SearchedMessages, { text, after }),
	"searched-messages",
);
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

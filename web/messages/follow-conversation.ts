import { revalidate } from "@solidjs/router";
import { createEffect, on, onCleanup, onMount } from "solid-js";
import type { ConversationQuery } from "../generated/types.ts";
import { follow } from "../live.ts";
import { getThread } from "../threads/threads.data.ts";
import { isThreadChanged, makeConversationSync } from "./conversation-sync.ts";
import type { FullConversation } from "./messages.data.ts";
import { messagesVersion } from "./unread-messages.ts";

/**
 * Keeps who takes part in a conversation up to date on its page; its messages see to themselves.
 * @param set is given what the server has now
 */
export function followConversation(
	conversation: () => FullConversation,
	set: (seen: ConversationQuery) => void,
): void {
	const { id } = conversation();
	createEffect(
		on(conversation, (now, before) => {
			if (before && isThreadChanged(now, before)) void revalidate(getThread.key);
		}),
	);
	onMount(() => {
		const sync = makeConversationSync({
			...{ id, set, version: () => conversation().thread.version },
			retryAfter: () => 3000 + 4000 * Math.random(),
		});
		const unfollow = follow(`thread:${id}`, {
			...{ reached: sync.reached, ask: sync.ask },
			hear: { "conversation.changed": sync.changed },
		});
		// Who was taken out hears nothing of the conversation itself.
		createEffect(on(messagesVersion, sync.changed, { defer: true }));
		onCleanup(() => {
			unfollow();
			sync.stop();
		});
	});
}

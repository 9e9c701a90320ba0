import { revalidate } from "@solidjs/router";
import { createEffect, on, onCleanup, onMount } from "solid-js";
import { follow } from "../live.ts";
import { getThread } from "../threads/threads.data.ts";
import { type FullConversation, getConversation } from "./messages.data.ts";
import { messagesVersion } from "./unread-messages.ts";

/** Keeps who takes part in a conversation up to date on its page; its messages see to themselves. */
export function followConversation(conversation: () => FullConversation): void {
	const { id } = conversation();
	const look = () => revalidate(getConversation.keyFor(id));
	// Whether one may write is known of the thread.
	createEffect(
		on(
			() => conversation().refusal,
			() => void revalidate(getThread.key),
			{ defer: true },
		),
	);
	onMount(() => {
		const unfollow = follow(`thread:${id}`, {
			reached: (version) => {
				if (version > conversation().thread.version) void look();
			},
			ask: () => void look(),
			hear: { "conversation.changed": () => void look() },
		});
		onCleanup(unfollow);
	});
	// Who was taken out hears nothing of the conversation itself.
	createEffect(on(messagesVersion, () => void look(), { defer: true }));
}

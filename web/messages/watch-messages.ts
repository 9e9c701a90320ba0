import { follow } from "../live.ts";
import { makeMailboxSync } from "./mailbox-sync.ts";
import { messagesVersion, setMessagesVersion, setUnreadMessages, unreadMessages } from "./unread-messages.ts";

let end: (() => void) | undefined;

/**
 * Follows what changes in a person's conversations, instead of whom it followed before. Not where as little as possible is
 * to be sent. In the browser only.
 * @param first as the page was made with it
 */
export function watchMessages(personId: string, first: { version: number; unread: number }): void {
	end?.();
	if ("saveData" in document.documentElement.dataset) return;
	const sync = makeMailboxSync({
		get: () => ({
			version: messagesVersion() ?? first.version,
			unread: unreadMessages() ?? first.unread,
		}),
		set({ version, unread }) {
			setUnreadMessages(unread);
			setMessagesVersion(version);
		},
		retryAfter: () => 3000 + 4000 * Math.random(),
	});
	const unfollow = follow(`messages:${personId}`, {
		...{ reached: sync.reached, ask: sync.ask },
		hear: { "messages.changed": sync.hear },
	});
	end = () => {
		unfollow();
		sync.stop();
	};
}

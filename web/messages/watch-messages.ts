import { execute } from "../execute.ts";
import { UnreadMessages } from "../generated/operations.ts";
import { follow } from "../live.ts";
import { messagesVersion, setMessagesVersion, setUnreadMessages } from "./unread-messages.ts";

let end: (() => void) | undefined;

/**
 * Follows what changes in a person's conversations, instead of whom it followed before. Not where as little as possible is
 * to be sent. In the browser only.
 * @param version how far they had come when the page was made
 */
export function watchMessages(personId: string, version: number): void {
	end?.();
	if ("saveData" in document.documentElement.dataset) return;
	const put = (unread: number, version: number) => {
		setUnreadMessages(unread);
		setMessagesVersion(version);
	};
	const ask = () =>
		execute(UnreadMessages, {}).then(
			({ viewer }) => viewer && put(viewer.unreadMessages, viewer.messagesVersion),
			() => {},
		);
	end = follow(`messages:${personId}`, {
		reached: (reached) => {
			if (reached !== (messagesVersion() ?? version)) void ask();
		},
		ask: () => void ask(),
		hear: { "messages.changed": ({ version, unread }) => put(unread, version) },
	});
}

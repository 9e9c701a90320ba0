import { execute } from "../execute.ts";
import { UnreadMessages } from "../generated/operations.ts";
import { makeLook } from "../live.look.ts";

/** In how many of one's conversations there is something to read, and how far they have come together. */
export type Mailbox = { version: number; unread: number };

/**
 * Keeps what a page holds of its reader's mailbox equal to the server's. The version goes down when they leave a
 * conversation: what is told and not above what is held is looked at, because it may also have been overtaken.
 */
export function makeMailboxSync(
	of: { get: () => Mailbox; set: (next: Mailbox) => void; retryAfter: () => number },
	run = execute,
) {
	const { look, isLooking, stop } = makeLook<Mailbox | null>({
		async fetch() {
			const { viewer } = await run(UnreadMessages, {});
			return viewer && { version: viewer.messagesVersion, unread: viewer.unreadMessages };
		},
		set: (seen) => seen && of.set(seen),
		retryAfter: of.retryAfter,
	});
	return {
		hear({ version, unread }: Mailbox): void {
			const held = of.get();
			if (!isLooking() && version > held.version) of.set({ version, unread });
			else if (isLooking() || version !== held.version || unread !== held.unread) look();
		},
		reached(version: number): void {
			if (isLooking() || version !== of.get().version) look();
		},
		ask: look,
		stop,
	};
}

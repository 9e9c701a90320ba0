import type { ErrorCode } from "@interurban/contract/errors";
import type { participantStates } from "@interurban/contract/vocabulary";

type State = (typeof participantStates)[number];

/** How somebody stands in a conversation, as far as that decides whether they may write there. */
export type Standing = {
	/** Their own part in it. */
	state: State;
	/** Of a conversation of two: how the other one stands. Null in groups. */
	other: {
		state: State;
		suspended: boolean;
		/** Whether they have blocked whoever this is about, and the other way round. */
		hasBlocked: boolean;
		isBlocked: boolean;
	} | null;
};

/**
 * Why somebody may not write in a conversation; null when they may. A request that was declined looks the same as one that was
 * not answered, and a block the same as anybody who cannot be reached any more.
 */
export function refusalOf({ state, other }: Standing): ErrorCode | null {
	if (state === "asked") return "messages.not_accepted";
	if (state !== "joined") return "not_found";
	if (!other) return null;
	if (other.isBlocked) return "messages.blocked";
	if (other.state === "asked" || other.state === "declined") return "messages.waiting";
	return other.state === "left" || other.suspended || other.hasBlocked ? "messages.undeliverable" : null;
}

type Group = { pair: string | null; authorId: number | null; viewerState: State };

/** Whether somebody may add people to a conversation, name it and leave it: groups only, one of two stays one. */
export function canChangeGroup(conversation: Group): boolean {
	return conversation.pair === null && conversation.viewerState === "joined";
}

/** Whether somebody may put another one out of a group: who opened it. */
export function canRemove(conversation: Group, viewerId: number, personId: number): boolean {
	return canChangeGroup(conversation) && conversation.authorId === viewerId && viewerId !== personId;
}

import { execute } from "../execute.ts";
import { Conversation } from "../generated/operations.ts";
import type { ConversationQuery } from "../generated/types.ts";
import { makeLook } from "../live.look.ts";

type Seen = ConversationQuery["conversation"];

/**
 * Whether the messages are to be fetched anew: whether one may write is known of their thread, and who was taken out and
 * is back may have asked for it in between.
 */
export const isThreadChanged = (now: Seen, before: Seen): boolean =>
	now?.refusal !== before?.refusal || now?.traces.at(-1)?.createdAt !== before?.traces.at(-1)?.createdAt;

/**
 * Keeps who takes part in a conversation, its name and whether one may write there equal to what the server has.
 * @param of.version of the conversation's thread, as it is held
 */
export function makeConversationSync(
	of: {
		id: string;
		version: () => number;
		set: (seen: ConversationQuery) => void;
		retryAfter: () => number;
	},
	run = execute,
) {
	const { look, isLooking, stop } = makeLook({
		...{ set: of.set, retryAfter: of.retryAfter },
		fetch: () => run(Conversation, { id: of.id }),
	});
	return {
		changed: look,
		reached(version: number): void {
			if (isLooking() || version > of.version()) look();
		},
		ask: look,
		stop,
	};
}

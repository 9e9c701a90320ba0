import { part } from "../part.ts";
import { whenSeen } from "../when-seen.tsx";

/** The discussion at the end of a page about something else. */
export const DiscussionBelow = whenSeen(
	"discussion",
	part(async () => ({ default: (await import("./Discussion.tsx")).Discussion }), ["threads"]),
);

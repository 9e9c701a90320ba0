import { part } from "../part.ts";
import { whenSeen } from "../when-seen.tsx";

/** The discussions of a town far down on its page. */
export const ThreadsOfPlaceBelow = whenSeen(
	"threads",
	part(async () => ({ default: (await import("./ThreadsOfPlace.tsx")).ThreadsOfPlace }), ["threads"]),
);

import { setDraftNews } from "../drafts/draft-news.ts";
import { execute } from "../execute.ts";
import { UnreadThreads } from "../generated/operations.ts";
import { follow } from "../live.ts";
import { setInboxChanges, setUnreadThreads } from "./unread-threads.ts";

/** Milliseconds between changes and one question for all of them; apart for all who hear of the same post. */
const pause = () => 700 + 1500 * Math.random();

let end: (() => void) | undefined;

/**
 * Follows how much there is to read for a person, instead of whom it followed before. Not where as little as possible is to
 * be sent. In the browser only.
 */
export function watchInbox(personId: string): void {
	end?.();
	if ("saveData" in document.documentElement.dataset) return;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let isBehind = false;
	/** Of the person's stream; unknown until it is joined, when the page has just been made. */
	let known: number | undefined;
	const ask = () => {
		clearTimeout(timer);
		timer = undefined;
		if (document.hidden) return;
		isBehind = false;
		execute(UnreadThreads, {}).then(
			({ viewer }) => setUnreadThreads(viewer?.unreadThreads),
			() => {},
		);
	};
	const changed = () => {
		setInboxChanges((count) => count + 1);
		isBehind = true;
		timer ??= setTimeout(ask, pause());
	};
	const seen = () => {
		if (!document.hidden && isBehind) ask();
	};
	document.addEventListener("visibilitychange", seen);
	const unfollow = follow(`person:${personId}`, {
		reached(version, pause) {
			// Joined again: what was told meanwhile was not heard.
			if (known !== undefined && pause === undefined) setDraftNews({ key: null, version: null });
			if (known !== undefined && version !== known) changed();
			known = version;
		},
		ask,
		hear: {
			"inbox.changed": changed,
			"draft.changed": setDraftNews,
			"reading.changed": ({ version }) => {
				known = version;
				changed();
			},
		},
	});
	end = () => {
		unfollow();
		clearTimeout(timer);
		document.removeEventListener("visibilitychange", seen);
	};
}

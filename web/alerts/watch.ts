import { execute } from "../execute.ts";
import { NewHits } from "../generated/operations.ts";
import { follow } from "../live.ts";
import { setNewHits } from "./new-hits.ts";

let end: (() => void) | undefined;

/**
 * Follows how much is new in a person's alerts, which is the version of their stream, instead of whom it followed before.
 * Not where as little as possible is to be sent. In the browser only.
 */
export function watchAlerts(personId: string): void {
	end?.();
	if ("saveData" in document.documentElement.dataset) return;
	end = follow(`alerts:${personId}`, {
		reached: (count) => setNewHits(count),
		ask: () =>
			execute(NewHits, {}).then(
				({ viewer }) => setNewHits(viewer?.newHits),
				() => {},
			),
		hear: {},
	});
}

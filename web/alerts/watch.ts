import { execute } from "../execute.ts";
import { NewHits } from "../generated/operations.ts";
import { follow } from "../live.ts";
import { setNewHits } from "./new-hits.ts";

/**
 * Follows how much is new in a person's alerts: that is the version of their stream. In the browser only.
 * @returns a function that ends it
 */
export function watchAlerts(personId: string): () => void {
	return follow(`alerts:${personId}`, {
		reached: (count) => setNewHits(count),
		ask: () =>
			execute(NewHits, {}).then(
				({ viewer }) => setNewHits(viewer?.newHits),
				() => {},
			),
		hear: {},
	});
}

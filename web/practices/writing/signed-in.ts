import { createSignal, onCleanup, onMount } from "solid-js";
import { execute } from "../../execute.ts";
import { Viewer } from "../../generated/operations.ts";

/**
 * Handle of whoever is signed in, or null. Somebody may sign in in another tab while they write: it is found out when
 * they come back.
 */
export function createSignedIn(first: string | null) {
	const [handle, setHandle] = createSignal(first);
	onMount(() => {
		const look = async () => {
			if (document.visibilityState === "hidden" || handle() !== null) return;
			const { viewer } = await execute(Viewer, {}).catch(() => ({ viewer: null }));
			setHandle(viewer?.handle ?? null);
		};
		document.addEventListener("visibilitychange", look);
		window.addEventListener("focus", look);
		onCleanup(() => {
			document.removeEventListener("visibilitychange", look);
			window.removeEventListener("focus", look);
		});
	});
	return { handle, hasEnded: () => setHandle(null) };
}

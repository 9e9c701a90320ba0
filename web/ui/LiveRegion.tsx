import { createSignal } from "solid-js";

const [spoken, speak] = createSignal("");

/** Lets screen readers say something once what they are saying now has ended. In the browser only. */
export function announce(text: string): void {
	// The same words twice would not be said again.
	speak((before) => (before === text ? `${text}\u00a0` : text));
}

/** The one place from which `announce` is heard; stands once in the shell. */
export function LiveRegion() {
	return (
		<div class="visually-hidden" role="status" aria-live="polite">
			{spoken()}
		</div>
	);
}

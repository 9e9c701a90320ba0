import { onCleanup, onMount } from "solid-js";
import { fieldsOf } from "../form.tsx";
import type { Written } from "./choosing.data.ts";
import { type TextFields, writtenIn } from "./written.ts";

/** Milliseconds without a key. */
const pause = 800;

/**
 * Looks something up for what is written in the form around an element: at once, and again whenever the text has changed
 * and the keys rest.
 * @param find null when it failed: what was found before stays
 * @param show is not called with what belongs to an older text
 */
export function whileWriting<Found>(
	element: () => HTMLElement | undefined,
	names: TextFields,
	find: (written: Written) => Promise<Found | null>,
	show: (found: Found) => void,
): void {
	onMount(() => {
		const form = element()?.closest("form");
		if (!form) return;
		let timer: ReturnType<typeof setTimeout> | undefined;
		let latest = "";
		const look = async () => {
			const written = writtenIn(fieldsOf(form), names);
			const now = JSON.stringify(written);
			if (now === latest) return;
			latest = now;
			const found = await find(written).catch(() => null);
			if (found && now === latest) show(found);
		};
		const ask = () => {
			clearTimeout(timer);
			timer = setTimeout(look, pause);
		};
		form.addEventListener("input", ask);
		onCleanup(() => {
			clearTimeout(timer);
			form.removeEventListener("input", ask);
		});
		void look();
	});
}

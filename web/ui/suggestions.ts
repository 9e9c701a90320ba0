import type Navigation from "@github/combobox-nav";
import { onCleanup, onMount } from "solid-js";

/** Something that can be chosen. */
export interface Suggestion {
	value: string;
	label: string;
	/** Tells apart what is called the same: "Germany · 249,070 inhabitants". */
	detail?: string | undefined;
	/** Of the detail, when it is not that of the page. */
	detailLanguage?: string | undefined;
}

/** Milliseconds without a key before the server is asked. */
const pause = 150;

/**
 * Runs the list below a combobox: asks after a pause in typing, drops answers that were overtaken, and moves through
 * the options by keys. The library for the keys is loaded when the input first takes the focus.
 */
export function makeSuggestions(of: {
	suggest: (text: string) => Promise<readonly Suggestion[]>;
	from: () => number;
	/** Null closes the list. */
	show: (found: readonly Suggestion[] | null) => void;
	choose?: (value: string) => void;
	/** Whether what is typed counts by itself: nothing is picked unless somebody moves to it, and Enter sends the form. */
	free?: boolean;
}) {
	let field: HTMLInputElement | undefined;
	let navigation: Navigation | undefined;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let turn = 0;
	let open = false;

	const close = () => {
		turn++;
		clearTimeout(timer);
		if (!open) return;
		open = false;
		navigation?.stop();
		of.show(null);
	};

	const look = async (text: string) => {
		const mine = ++turn;
		const found = await of.suggest(text).catch(() => []);
		if (mine !== turn) return;
		navigation?.stop();
		of.show(found);
		open = found.length > 0;
		if (open) navigation?.start();
	};

	return {
		async start(input: HTMLInputElement, list: HTMLElement) {
			if (field) return;
			field = input;
			list.addEventListener("combobox-commit", (event) => {
				const value = (event.target as HTMLElement).dataset.value;
				if (value !== undefined) of.choose?.(value);
				close();
			});
			const { default: Combobox } = await import("@github/combobox-nav");
			navigation = new Combobox(input, list, {
				tabInsertsSuggestions: false,
				firstOptionSelectionMode: of.free ? "none" : "active",
			});
			if (open) navigation.start();
		},
		ask() {
			clearTimeout(timer);
			const text = field?.value.trim() ?? "";
			if (text.length < of.from()) close();
			else timer = setTimeout(look, pause, text);
		},
		key(event: KeyboardEvent) {
			// Something half typed must not send the whole form.
			if (event.key === "Enter" && field?.value.trim() && !of.free) event.preventDefault();
			if (event.key !== "Escape" || !open) return;
			event.preventDefault();
			close();
		},
		close,
		stop() {
			close();
			navigation?.destroy();
		},
	};
}

/** Gives a field that is there already the list below it, for as long as the component is shown that asks for it. */
export function attachSuggestions(
	suggestions: ReturnType<typeof makeSuggestions>,
	input: HTMLInputElement,
	list: () => HTMLElement,
): void {
	onMount(() => {
		const until = new AbortController();
		input.addEventListener("input", suggestions.ask, until);
		input.addEventListener("blur", suggestions.close, until);
		input.addEventListener("keydown", suggestions.key, until);
		onCleanup(() => {
			until.abort();
			suggestions.stop();
		});
		suggestions.start(input, list());
		// Whoever was quicker than the script has typed already.
		if (document.activeElement === input && input.value !== input.defaultValue) suggestions.ask();
	});
}

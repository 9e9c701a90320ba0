import type { ErrorCode, Issue } from "@interurban/contract/errors";
import { createSignal, onMount } from "solid-js";
import { isServer } from "solid-js/web";
import { whenIdle } from "./idle.ts";
import { loadedWords, loadWords, useWords, type WordKey } from "./words.ts";

const [known, setKnown] = createSignal(isServer);
let loading: Promise<void> | null = null;

/** Loads the words for errors in the browser. Where they cannot be had, errors are told without them. */
export function loadErrorWords(): Promise<void> {
	loading ??= loadWords(document.documentElement.lang, ["errors"]).then(
		() => {
			setKnown(true);
		},
		() => {
			loading = null;
		},
	);
	return loading;
}

/** Puts issues into the reader's words, which come when the page is idle: `const words = useErrorWords(); words(issue)`. */
export function useErrorWords(): (issue: Issue) => string {
	const t = useWords();
	onMount(() => void whenIdle().then(loadErrorWords));
	// A guard test makes sure that every code has words, with the arguments that its refusals give.
	const look = t as (key: WordKey, args: object) => string;
	const isKnown = () => known() || "errors.internal" in loadedWords;
	return (issue) =>
		isKnown()
			? look(`errors.${issue.code satisfies ErrorCode}` as WordKey, { seconds: 60, ...issue.args })
			: t("ui.error");
}

import { createEffect, createSignal, on, onCleanup, Show } from "solid-js";
import { useWords } from "../words.ts";

/** How many characters remain. Screen readers hear it a second after the last key, not at each. */
export function Counter(props: { id: string; length: number; limit: number }) {
	const t = useWords();
	const left = () => props.limit - props.length;
	const text = () =>
		left() < 0 ? t("ui.charactersOver", { count: -left() }) : t("ui.charactersLeft", { count: left() });
	const [spoken, setSpoken] = createSignal("");
	createEffect(
		on(
			() => props.length,
			() => {
				const timer = setTimeout(() => setSpoken(left() < props.limit / 10 ? text() : ""), 1000);
				onCleanup(() => clearTimeout(timer));
			},
			{ defer: true },
		),
	);
	return (
		<>
			<p class="counter" classList={{ over: left() < 0 }} id={props.id}>
				<Show when={props.length > 0} fallback={t("ui.charactersLimit", { count: props.limit })}>
					{text()}
				</Show>
			</p>
			<span class="visually-hidden" role="status">
				{spoken()}
			</span>
		</>
	);
}

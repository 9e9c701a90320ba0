import { Index } from "solid-js";
import { useWords } from "../words.ts";

/** Stands where content is awaited; seen after 300 ms only, so that quick answers do not flicker. */
export function Skeleton(props: { lines?: number }) {
	const t = useWords();
	return (
		<div class="skeleton" role="status">
			<span class="visually-hidden">{t("ui.loading")}</span>
			<Index each={Array.from({ length: props.lines ?? 3 })}>{() => <i />}</Index>
		</div>
	);
}

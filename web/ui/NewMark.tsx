import { Show } from "solid-js";

/** A dot on a button behind which something is new; what it is, in words, for those who hear it. */
export function NewMark(props: { children: string | undefined }) {
	return (
		<Show when={props.children}>
			<span class="new-mark">
				<span class="visually-hidden">{props.children}</span>
			</span>
		</Show>
	);
}

import { type JSX, Show } from "solid-js";

/** A titled part of a long form. `id` is its anchor. */
export function Fieldset(props: { legend: string; hint?: string; id?: string; children: JSX.Element }) {
	return (
		<fieldset class="fieldset fieldset-titled" id={props.id}>
			<legend>{props.legend}</legend>
			<Show when={props.hint}>
				<p class="hint">{props.hint}</p>
			</Show>
			{props.children}
		</fieldset>
	);
}

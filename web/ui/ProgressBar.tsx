import { createUniqueId, Show } from "solid-js";

/** How far an upload, import or export has come. Without `value` it only says that it runs. */
export function ProgressBar(props: {
	label: string;
	value?: number | undefined;
	max: number;
	/** The same in words, e.g. "3 of 12 files". */
	text?: string | undefined;
}) {
	const id = createUniqueId();
	return (
		<div class="progress">
			<label for={id}>{props.label}</label>
			<Show when={props.value !== undefined} fallback={<progress id={id} />}>
				<progress id={id} value={props.value ?? 0} max={props.max} />
			</Show>
			<Show when={props.text}>
				<span class="meta">{props.text}</span>
			</Show>
		</div>
	);
}

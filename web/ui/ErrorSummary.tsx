import { For, onMount, Show } from "solid-js";
import { useWords } from "../words.ts";
import { fieldId } from "./Field.tsx";

export interface FormError {
	/** Name of the field; without it the error concerns the whole form. */
	field?: string | undefined;
	/** Id of the control where it is not derived from the name. */
	id?: string | undefined;
	message: string;
}

/** What is wrong with a form, at its top: takes the focus, and each line leads to its field. */
export function ErrorSummary(props: { errors: readonly FormError[]; title?: string }) {
	return (
		<Show when={props.errors.length > 0}>
			<Summary errors={props.errors} title={props.title} />
		</Show>
	);
}

function Summary(props: { errors: readonly FormError[]; title: string | undefined }) {
	const t = useWords();
	let box: HTMLDivElement | undefined;
	onMount(() => box?.focus());
	return (
		<div ref={box} class="error-summary" role="alert" tabindex="-1" autofocus>
			<h2>{props.title ?? t("ui.errorSummary")}</h2>
			<ul class="plain">
				<For each={props.errors}>
					{(error) => (
						<li>
							<Show when={error.id ?? (error.field && fieldId(error.field))} fallback={error.message}>
								{(id) => (
									<a href={`#${id()}`} onClick={(event) => focusOn(event, id())}>
										{error.message}
									</a>
								)}
							</Show>
						</li>
					)}
				</For>
			</ul>
		</div>
	);
}

/** Focuses the field and brings its label into view, which the fragment alone would leave above the edge. */
function focusOn(event: MouseEvent, id: string) {
	const control = document.getElementById(id);
	if (!control) return;
	event.preventDefault();
	(control.closest(".field") ?? control).scrollIntoView();
	control.focus({ preventScroll: true });
}

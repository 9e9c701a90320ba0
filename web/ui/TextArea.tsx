import { createEffect, createSignal, on, Show, untrack } from "solid-js";
import { Counter } from "./Counter.tsx";
import { Field, type FieldProps, type FieldState, useField } from "./Field.tsx";
import { lengthOf } from "./text.ts";

export interface TextAreaProps extends FieldProps {
	value?: string | undefined;
	rows?: number | undefined;
	/** Shows how many characters remain; longer text may be typed and is refused with a reason. */
	limit?: number | undefined;
	onInput?: ((value: string) => void) | undefined;
}

/** Several lines of text; grows as it fills. */
export function TextArea(props: TextAreaProps) {
	const state = useField(props);
	return (
		<Field of={props} state={state}>
			<TextAreaControl of={props} state={state} />
		</Field>
	);
}

/** The text area without its frame, for fields that put something beside it. */
export function TextAreaControl(props: { of: TextAreaProps; state: FieldState }) {
	const value = props.state.value(() => props.of.value);
	const [length, setLength] = createSignal(lengthOf(value()));
	let area: HTMLTextAreaElement | undefined;
	createEffect(
		on(
			value,
			(text) => {
				if (area) area.value = text;
				setLength(lengthOf(text));
			},
			{ defer: true },
		),
	);
	const counter = () => `${props.state.id()}-counter`;
	return (
		<>
			<textarea
				ref={area}
				class="input"
				id={props.state.id()}
				name={props.of.name}
				rows={props.of.rows ?? 5}
				dir="auto"
				required={props.of.required}
				aria-invalid={props.state.invalid()}
				aria-describedby={props.state.describedBy(props.of.limit ? counter() : undefined)}
				onInput={(event) => {
					setLength(lengthOf(event.currentTarget.value));
					props.of.onInput?.(event.currentTarget.value);
				}}
			>
				{untrack(value)}
			</textarea>
			<Show when={props.of.limit}>
				{(limit) => <Counter id={counter()} length={length()} limit={limit()} />}
			</Show>
		</>
	);
}

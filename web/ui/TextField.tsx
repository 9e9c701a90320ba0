import { Show } from "solid-js";
import { Field, type FieldProps, useField } from "./Field.tsx";

/** One line of text. `value` is what the field starts with. */
export function TextField(
	props: FieldProps & {
		value?: string | undefined;
		type?: "text" | "email" | "password" | "url" | "tel" | "number" | "date" | "search" | undefined;
		autocomplete?: string | undefined;
		inputmode?: "text" | "numeric" | "decimal" | "email" | "url" | "tel" | "search" | undefined;
		maxlength?: number | undefined;
		width?: "short" | "medium" | undefined;
		/** Text before or behind the input, e.g. a unit; say it in the label or hint too. */
		prefix?: string | undefined;
		suffix?: string | undefined;
		spellcheck?: boolean | undefined;
		onInput?: ((value: string) => void) | undefined;
	},
) {
	const state = useField(props);
	const value = state.value(() => props.value);
	return (
		<Field of={props} state={state}>
			<div class={props.width ? `affixed input-${props.width}` : "affixed"}>
				<Affix text={props.prefix} />
				<input
					class="input"
					id={state.id()}
					name={props.name}
					type={props.type ?? "text"}
					value={value()}
					dir={(props.type ?? "text") === "text" ? "auto" : undefined}
					autocomplete={props.autocomplete}
					inputmode={props.inputmode}
					maxlength={props.maxlength}
					step={props.type === "number" ? "any" : undefined}
					spellcheck={props.spellcheck}
					required={props.required}
					aria-invalid={state.invalid()}
					aria-describedby={state.describedBy()}
					onInput={(event) => props.onInput?.(event.currentTarget.value)}
				/>
				<Affix text={props.suffix} />
			</div>
		</Field>
	);
}

function Affix(props: { text: string | undefined }) {
	return (
		<Show when={props.text}>
			<span class="affix" aria-hidden="true">
				{props.text}
			</span>
		</Show>
	);
}

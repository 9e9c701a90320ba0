import { For, Show } from "solid-js";
import { Field, type FieldProps, useField } from "./Field.tsx";

export interface Option {
	value: string;
	label: string;
	hint?: string | undefined;
}

/** One of a list. Without `required` an empty choice stands first; `empty` is its text. */
export function SelectField(
	props: FieldProps & {
		options: readonly Option[];
		value?: string | undefined;
		empty?: string | undefined;
		onChange?: ((value: string) => void) | undefined;
	},
) {
	const state = useField(props);
	const value = state.value(() => props.value);
	return (
		<Field of={props} state={state}>
			<select
				class="input input-medium"
				id={state.id()}
				name={props.name}
				required={props.required}
				aria-invalid={state.invalid()}
				aria-describedby={state.describedBy()}
				onChange={(event) => props.onChange?.(event.currentTarget.value)}
			>
				<Show when={props.empty !== undefined || !props.required}>
					<option value="">{props.empty ?? ""}</option>
				</Show>
				<For each={props.options}>
					{(option) => (
						<option value={option.value} selected={option.value === value()}>
							{option.label}
						</option>
					)}
				</For>
			</select>
		</Field>
	);
}

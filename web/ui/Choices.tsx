import { For, Show, untrack } from "solid-js";
import { type FieldProps, type FieldState, HintAndError, Optional, useField } from "./Field.tsx";
import type { Option } from "./SelectField.tsx";

interface ChoicesProps extends FieldProps {
	options: readonly Option[];
	/** Side by side instead of one below the other; for two or three short ones. */
	inline?: boolean | undefined;
}

/** Any number of a short list; posts `name` once for each ticked box. */
export function CheckboxGroup(
	props: ChoicesProps & {
		values?: readonly string[] | undefined;
		onChange?: ((values: string[]) => void) | undefined;
	},
) {
	const state = useField(props);
	const values = untrack(() => state.source.values(props.name, props.values));
	return (
		<Choices
			of={props}
			state={state}
			type="checkbox"
			chosen={(value) => values.includes(value)}
			onChange={(group) => props.onChange?.(group.map((box) => box.value))}
		/>
	);
}

/** One of a short list. */
export function RadioGroup(
	props: ChoicesProps & { value?: string | undefined; onChange?: ((value: string) => void) | undefined },
) {
	const state = useField(props);
	const value = state.value(() => props.value);
	return (
		<Choices
			of={props}
			state={state}
			type="radio"
			chosen={(option) => option === value()}
			onChange={(group) => props.onChange?.(group[0]?.value ?? "")}
		/>
	);
}

/** One box on its own: consent, "remember me". Posts "true" when ticked. */
export function Checkbox(
	props: FieldProps & { checked?: boolean | undefined; onChange?: ((checked: boolean) => void) | undefined },
) {
	const state = useField(props);
	const value = state.value(() => String(props.checked ?? false));
	return (
		<div class="field" classList={{ "has-error": state.error() !== undefined }}>
			<label class="choice">
				<input
					type="checkbox"
					id={state.id()}
					name={props.name}
					value="true"
					checked={value() === "true"}
					required={props.required}
					aria-invalid={state.invalid()}
					aria-describedby={state.describedBy()}
					onChange={(event) => props.onChange?.(event.currentTarget.checked)}
				/>
				<span>{props.label}</span>
			</label>
			<HintAndError hint={props.hint} state={state} />
		</div>
	);
}

function Choices(props: {
	of: ChoicesProps;
	state: FieldState;
	type: "checkbox" | "radio";
	chosen: (value: string) => boolean;
	onChange: (checked: HTMLInputElement[]) => void;
}) {
	const idOf = (value: string) => `${props.state.id()}-${value}`;
	return (
		<fieldset
			class="field"
			classList={{ "has-error": props.state.error() !== undefined }}
			aria-describedby={props.state.describedBy()}
			onChange={(event) =>
				props.onChange([...event.currentTarget.querySelectorAll<HTMLInputElement>(":checked")])
			}
		>
			<legend class="label">
				{props.of.label}
				<Optional when={!props.of.required} />
			</legend>
			<HintAndError hint={props.of.hint} state={props.state} />
			<div classList={{ "choices-inline": props.of.inline === true }}>
				<For each={props.of.options}>
					{(option, index) => (
						<label class="choice">
							<input
								type={props.type}
								id={index() === 0 ? props.state.id() : idOf(option.value)}
								name={props.of.name}
								value={option.value}
								checked={props.chosen(option.value)}
								required={props.type === "radio" && props.of.required}
								aria-describedby={option.hint ? `${idOf(option.value)}-hint` : undefined}
							/>
							<span>{option.label}</span>
							<Show when={option.hint}>
								<span class="hint" id={`${idOf(option.value)}-hint`}>
									{option.hint}
								</span>
							</Show>
						</label>
					)}
				</For>
			</div>
		</fieldset>
	);
}

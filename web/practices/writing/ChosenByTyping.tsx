import { createSignal, For, untrack } from "solid-js";
import { Combobox, type Suggestion } from "../../ui/Combobox.tsx";
import { useFieldSource } from "../../ui/field-source.ts";

/** A combobox that posts the names of what was chosen too, so that drafts and returned forms can show them. */
export function ChosenByTyping(props: {
	name: string;
	label: string;
	hint: string;
	multiple?: boolean;
	suggest: (text: string) => Promise<readonly Suggestion[]>;
	onChange?: (chosen: readonly Suggestion[]) => void;
}) {
	const source = useFieldSource();
	const first = untrack(() =>
		source.values(props.name).map((value) => ({ value, label: source.value(`_label.${value}`, value) })),
	);
	const [chosen, setChosen] = createSignal<readonly Suggestion[]>(first);
	return (
		<>
			<For each={chosen()}>
				{(choice) => <input type="hidden" name={`_label.${choice.value}`} value={choice.label} />}
			</For>
			<Combobox
				name={props.name}
				label={props.label}
				hint={props.hint}
				required
				multiple={props.multiple}
				selected={first}
				suggest={props.suggest}
				onChange={(next) => {
					setChosen(next);
					props.onChange?.(next);
				}}
			/>
		</>
	);
}

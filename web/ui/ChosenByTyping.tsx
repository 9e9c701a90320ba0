import { createSignal, For, type JSX, untrack } from "solid-js";
import { type Choosing, Combobox, type Suggestion } from "./Combobox.tsx";
import { useFieldSource } from "./field-source.ts";

/** A combobox that posts the names of what was chosen too, so that drafts and returned forms can show them. */
export function ChosenByTyping(props: {
	name: string;
	label: string;
	hint: string;
	multiple?: boolean | undefined;
	optional?: boolean | undefined;
	selected?: readonly Suggestion[] | undefined;
	suggest: (text: string) => Promise<readonly Suggestion[]>;
	onChange?: ((chosen: readonly Suggestion[]) => void) | undefined;
	offers?: ((choosing: Choosing) => JSX.Element) | undefined;
}) {
	const source = useFieldSource();
	const first = untrack(() => {
		const known = props.selected ?? [];
		const values = source.values(
			props.name,
			known.map(({ value }) => value),
		);
		return values.map((value) => {
			const label = known.find((choice) => choice.value === value)?.label ?? value;
			return { value, label: source.value(`_label.${value}`, label) };
		});
	});
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
				required={!props.optional}
				multiple={props.multiple}
				selected={first}
				suggest={props.suggest}
				onChange={(next) => {
					setChosen(next);
					props.onChange?.(next);
				}}
				offers={props.offers}
			/>
		</>
	);
}

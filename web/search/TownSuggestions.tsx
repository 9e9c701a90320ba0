import { createSignal, createUniqueId, For } from "solid-js";
import { suggestPlaces } from "../people/people.data.ts";
import { announce } from "../ui/LiveRegion.tsx";
import { attachSuggestions, makeSuggestions, type Suggestion } from "../ui/suggestions.ts";
import { useWords } from "../words.ts";

/** The list below a field for a town. Enter without a choice takes what is typed. */
export default function TownSuggestions(props: { input: HTMLInputElement; onChoose: (id: string) => void }) {
	const t = useWords();
	const id = createUniqueId();
	const [options, setOptions] = createSignal<readonly Suggestion[]>([]);
	let list!: HTMLDivElement;
	const suggestions = makeSuggestions({
		free: true,
		from: () => 2,
		suggest: suggestPlaces,
		show(found) {
			if (found) announce(t("ui.suggestionCount", { count: found.length }));
			setOptions(found ?? []);
		},
		choose: (value) => props.onChoose(value),
	});
	// The input is there before this is loaded, and stays the same.
	const { input } = props;
	attachSuggestions(suggestions, input, () => list);
	return (
		<div
			ref={list}
			class="listbox"
			role="listbox"
			id={`towns-${id}`}
			aria-label={t("ui.suggestions")}
			hidden={options().length === 0}
			onMouseDown={(event) => event.preventDefault()}
		>
			<For each={options()}>
				{(option) => (
					// biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the input, which points here
					<div role="option" data-value={option.value}>
						<bdi>{option.label}</bdi>
						<bdi class="meta">{option.detail}</bdi>
					</div>
				)}
			</For>
		</div>
	);
}

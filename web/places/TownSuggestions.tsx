import { createSignal, createUniqueId, For } from "solid-js";
import { suggestPlaces } from "../people/people.data.ts";
import { useAddress } from "../ui/address.ts";
import { announce } from "../ui/LiveRegion.tsx";
import { attachSuggestions, makeSuggestions, type Suggestion } from "../ui/suggestions.ts";
import { useWords } from "../words.ts";

/** The list of towns below a field, walked by the arrow keys; each is a link. */
export default function TownSuggestions(props: {
	input: HTMLInputElement;
	hrefOf: (id: string) => string;
	/** Whether a choice leads to the same page, which stays where it is. */
	staysOnPage?: true;
}) {
	const t = useWords();
	const address = useAddress();
	const id = createUniqueId();
	const [options, setOptions] = createSignal<readonly Suggestion[]>([]);
	let list!: HTMLDivElement;

	const suggestions = makeSuggestions({
		free: true,
		from: () => 2,
		suggest: suggestPlaces,
		show(found) {
			if (found) announce(t("ui.suggestionCount", { count: found.length }));
			// A link that is being followed must still be there.
			setTimeout(() => setOptions(found ?? []), found ? 0 : 1);
		},
	});
	attachSuggestions(suggestions, props.input, () => list);

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
					<a
						role="option"
						tabindex="-1"
						href={address(props.hrefOf(option.value))}
						// Left out when undefined, which the type does not know.
						noScroll={props.staysOnPage as true}
					>
						<bdi>{option.label}</bdi>
						<bdi class="meta">{option.detail}</bdi>
					</a>
				)}
			</For>
		</div>
	);
}

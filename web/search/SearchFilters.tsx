import { createEffect, createMemo, createSignal, For, on, Show, Suspense } from "solid-js";
import { part } from "../part.ts";
import { FacetGroup, type FacetOption, FilterPanel } from "../ui/FilterPanel.tsx";
import { useWords } from "../words.ts";
import { type Results, valuesOf } from "./search.data.ts";
import {
	addressOf,
	carried,
	countChosen,
	filterFacets,
	nothingChosen,
	parameterOf,
	readLanguages,
	type SearchFacet,
	type SearchState,
} from "./search-address.ts";

const TownSuggestions = part(() => import("../places/TownSuggestions.tsx"));

/** Facets that stand open from the start. */
const open: readonly SearchFacet[] = ["topic", "country"];

/** By what results can be narrowed, with how many each choice leaves. */
export function SearchFilters(props: {
	/** What is chosen, also while its results are on their way. */
	state: SearchState;
	results: Results;
	onChange: (fields: URLSearchParams) => void;
}) {
	const t = useWords();
	return (
		<FilterPanel
			action="/search"
			hidden={carried(props.state)}
			count={props.results.total}
			chosen={countChosen(props.state)}
			clear={addressOf(props.state, { chosen: nothingChosen })}
			onChange={(fields) => props.onChange(fields)}
		>
			<For each={filterFacets}>
				{(facet) => {
					const options = useOptions(props, facet);
					return (
						<Show when={options().length || facet === "like"}>
							<FacetGroup
								name={parameterOf(facet)}
								label={t(`search.facet_${facet}`)}
								options={options()}
								open={open.includes(facet)}
							>
								{facet === "like" && <OtherTown state={props.state} results={props.results} />}
							</FacetGroup>
						</Show>
					);
				}}
			</For>
		</FilterPanel>
	);
}

/** A further town that others may be like, by its name. */
function OtherTown(props: { state: SearchState; results: Results }) {
	const t = useWords();
	const [asked, setAsked] = createSignal<HTMLInputElement>();
	let input: HTMLInputElement | undefined;
	// What was typed is among the choices now.
	const clear = () => {
		if (input) input.value = "";
	};
	createEffect(on(() => props.results, clear, { defer: true }));
	// The form takes an id as well as a name, and a name may be that of several towns.
	const hrefOf = (id: string) =>
		addressOf(props.state, { chosen: { like: [...props.state.chosen.like, id] } });
	return (
		<div class="facet-text">
			<label for="other-town">{t("search.like_other")}</label>
			<div class="combobox">
				<input
					ref={input}
					class="input"
					id="other-town"
					name={parameterOf("like")}
					autocomplete="off"
					dir="auto"
					maxlength={60}
					onFocus={(event) => setAsked(event.currentTarget)}
				/>
				<Suspense>
					<Show when={asked()}>
						{(field) => <TownSuggestions input={field()} hrefOf={hrefOf} staysOnPage />}
					</Show>
				</Suspense>
			</div>
		</div>
	);
}

/**
 * The options of a facet, the reader's own languages first. While somebody is choosing, those that stay keep their order:
 * nothing moves under the hand.
 */
function useOptions(props: { state: SearchState; results: Results }, facet: SearchFacet) {
	const values = createMemo<Results["facets"][number]["values"]>((before) => {
		const found = [...valuesOf(props.results, facet)];
		const place = new Map(before.map(({ value }, index) => [value, index]));
		const placeOf = ({ value }: { value: string }) =>
			value === readLanguages ? -1 : (place.get(value) ?? before.length);
		return found.sort((one, other) => placeOf(one) - placeOf(other));
	}, []);
	return createMemo(() =>
		values().map(
			({ value, label, count }): FacetOption => ({
				...{ value, label, count },
				chosen: props.state.chosen[facet].includes(value),
			}),
		),
	);
}

import { createAsync, useLocation, useNavigate } from "@solidjs/router";
import { createEffect, createMemo, createSignal, on, onCleanup, Show } from "solid-js";
import { Head } from "../head.tsx";
import type { Preload } from "../page.ts";
import { Headline } from "../ui/Headline.tsx";
import { announce } from "../ui/LiveRegion.tsx";
import { Page } from "../ui/Page.tsx";
import { SearchField } from "../ui/SearchField.tsx";
import { useWords } from "../words.ts";
import { ChosenFacets } from "./ChosenFacets.tsx";
import { ResultList } from "./ResultList.tsx";
import { ResultSettings } from "./ResultSettings.tsx";
import { SearchFilters } from "./SearchFilters.tsx";
import { SearchTabs } from "./SearchTabs.tsx";
import { getResults, type Results, valuesOf } from "./search.data.ts";
import { addressOf, countChosen, feedOf, readSearch, type SearchState } from "./search-address.ts";

export const preload: Preload = ({ location }) => getResults(readSearch(location.search));

/** Milliseconds without a further choice before the results are asked for. */
const pause = 250;

/** What a search finds, narrowed by facets; all of its state is in the address. */
export default function SearchPage() {
	const location = useLocation();
	const state = createMemo(() => readSearch(location.search));
	const results = createAsync(() => getResults(state()));
	return (
		<Show when={results()}>
			{(found) => {
				const shown = createMemo(() => named(state(), found()));
				return <Found state={shown()} results={found()} />;
			}}
		</Show>
	);
}

/** With the towns that were typed as the ones that were found. */
function named(state: SearchState, results: Results): SearchState {
	const like = valuesOf(results, "like").filter(({ chosen }) => chosen);
	return { ...state, chosen: { ...state.chosen, like: like.map(({ value }) => value) } };
}

function Found(props: { state: SearchState; results: Results }) {
	const t = useWords();
	const navigate = useNavigate();
	// What is chosen shows at once; its results follow.
	const [wanted, setWanted] = createSignal(props.state);
	let timer: ReturnType<typeof setTimeout> | undefined;
	onCleanup(() => clearTimeout(timer));
	const narrow = (fields: URLSearchParams) => {
		const next = readSearch(fields.toString());
		setWanted(next);
		clearTimeout(timer);
		timer = setTimeout(() => {
			timer = undefined;
			navigate(addressOf(next), { scroll: false });
		}, pause);
	};
	// What was chosen since then stays chosen.
	const follow = (state: SearchState) => timer === undefined && setWanted(state);
	createEffect(on(() => props.state, follow, { defer: true }));

	const found = () => t("search.found", { count: props.results.total });
	createEffect(
		on(
			() => props.results,
			() => announce(found()),
			{ defer: true },
		),
	);

	const isWhole = () => !props.results.text && !countChosen(props.state) && !props.state.chosen.kind.length;
	const title = () =>
		props.results.text
			? t("search.title_found", { text: isolated(props.results.text), count: props.results.total })
			: isWhole()
				? t("search.everything")
				: `${t("search.title")}: ${found()}`;
	return (
		<Page
			marginFirst
			head={
				<>
					<Headline plain>{title()}</Headline>
					<div class="search-again">
						<SearchField action="/search" value={props.results.text} id="search-again" />
					</div>
					<SearchTabs state={props.state} results={props.results} />
				</>
			}
			margin={<SearchFilters state={wanted()} results={props.results} onChange={narrow} />}
		>
			<Head
				title={title()}
				description={t("search.description")}
				canonical={addressOf(props.state, { text: props.results.text })}
				noIndex={!isWhole() || props.state.after !== ""}
				feed={feedOf(props.state)}
			/>
			<div class="stack">
				<ResultSettings state={props.state} results={props.results} />
				<ChosenFacets state={props.state} results={props.results} />
				<Show when={props.results} keyed>
					{(results) => <ResultList state={props.state} results={results} />}
				</Show>
			</div>
		</Page>
	);
}

/** Characters of a question in a headline. */
const longestHeadline = 80;

/** A text of any direction, so that it turns nothing around it; shortened for a headline. */
function isolated(text: string): string {
	const characters = [...text];
	const short =
		characters.length > longestHeadline ? `${characters.slice(0, longestHeadline).join("")}…` : text;
	return `\u2068${short}\u2069`;
}

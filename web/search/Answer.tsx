import { Show } from "solid-js";
import { EntryList } from "../ui/EntryList.tsx";
import { RuledList } from "../ui/RuledList.tsx";
import { useWords } from "../words.ts";
import { NothingFound } from "./NothingFound.tsx";
import { hasNotices, Notices } from "./Notices.tsx";
import { SearchHit } from "./SearchHit.tsx";
import type { Hit, Results } from "./search.data.ts";
import type { SearchState } from "./search-address.ts";

export { HearOfNew } from "./HearOfNew.tsx";

/** What a search answers: what is to be said of the question, topics that lead on, and what was found. */
export function Answer(props: { state: SearchState; results: Results }) {
	const t = useWords();
	return (
		<div class="stack">
			<Show when={hasNotices(props.state, props.results)}>
				<Notices state={props.state} results={props.results} />
			</Show>
			<Show
				when={props.results.items.length}
				fallback={<NothingFound state={props.state} results={props.results} />}
			>
				<Show when={!props.state.chosen.kind.includes("topic")}>
					<NearTopics results={props.results} />
				</Show>
				<h2 class="visually-hidden">{t("search.results")}</h2>
				<Hits items={props.results.items} like={props.results.similarTo?.name} />
			</Show>
		</div>
	);
}

/** Things that were found, one below the other. */
export function Hits(props: {
	items: readonly Hit[];
	/** The town by which they are sorted. */
	like: string | undefined;
}) {
	return (
		<RuledList items={props.items} long>
			{(hit) => <SearchHit hit={hit} like={props.like} />}
		</RuledList>
	);
}

/** Topics that lead to everything on them, in one line above the list. */
function NearTopics(props: { results: Results }) {
	const t = useWords();
	return (
		<Show when={props.results.nearTopics.length}>
			<nav class="near-topics" aria-label={t("search.kind_topic")}>
				<span class="kicker" aria-hidden="true">
					{t("search.kind_topic")}
				</span>
				<EntryList
					layout="running"
					entries={props.results.nearTopics.map(({ id, label }) => ({ href: `/topics/${id}`, label }))}
				/>
			</nav>
		</Show>
	);
}

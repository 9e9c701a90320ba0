import { limits } from "@interurban/contract/limits";
import { For, Show } from "solid-js";
import { useFormat } from "../format.ts";
import { LinkButton } from "../ui/Button.tsx";
import { EntryList } from "../ui/EntryList.tsx";
import { Section } from "../ui/Section.tsx";
import { useWords } from "../words.ts";
import { HearOfNew } from "./HearOfNew.tsx";
import { type Results, valuesOf } from "./search.data.ts";
import { addressOf, nothingChosen, type SearchFacet, type SearchState } from "./search-address.ts";

/** Where to go on when nothing was found: without a filter, to topics nearby, to the people of the network. */
export function NothingFound(props: { state: SearchState; results: Results }) {
	const t = useWords();
	const { list } = useFormat();
	const ways = () =>
		// Without a chosen kind the page itself leaves topics out of its list.
		props.results.withoutFacet.filter(({ facet }) => facet !== "kind" || props.state.chosen.kind.length);
	/** What is chosen of a facet; of much, what it is called. */
	const chosenIn = (facet: SearchFacet) => {
		const chosen = valuesOf(props.results, facet).filter((value) => value.chosen);
		return chosen.length > 2
			? t(`search.facet_${facet}`)
			: list(chosen.map(({ label }) => `\u2068${label}\u2069`));
	};
	return (
		<>
			<div class="empty">
				<h2>{t("search_results.none")}</h2>
				<Show when={ways().length} fallback={<p>{t("search_results.none_text")}</p>}>
					<p>{t("search_results.none_without")}</p>
					<ul class="plain row" id="without">
						<For each={ways()}>
							{({ facet, total }, at) => (
								<li>
									<LinkButton
										kind={at() ? "secondary" : "primary"}
										href={addressOf(props.state, { chosen: facet ? { [facet]: [] } : nothingChosen })}
									>
										{facet
											? t("search_results.without", { facet: chosenIn(facet), count: total })
											: t("search_results.without_any", { count: total })}
									</LinkButton>
								</li>
							)}
						</For>
					</ul>
				</Show>
			</div>
			<Show when={props.results.nearTopics.length}>
				<Section id="near" title={t("search_results.none_topics")}>
					<EntryList
						layout="running"
						entries={props.results.nearTopics.map(({ id, label }) => ({ href: `/topics/${id}`, label }))}
					/>
				</Section>
			</Show>
			<Section id="ask" title={t("search_results.none_ask")}>
				<div class="stack">
					<p>{t("search_results.none_ask_text")}</p>
					<p class="row">
						<LinkButton
							kind={ways().length ? "secondary" : "primary"}
							href={asking("/challenges/new", props.results)}
						>
							{t("search_results.ask_challenge")}
						</LinkButton>
						<LinkButton href={asking("/threads/new", props.results)}>
							{t("search_results.ask_thread")}
						</LinkButton>
					</p>
					<HearOfNew state={props.state} results={props.results} />
				</div>
			</Section>
		</>
	);
}

/** The address of a form that begins with the question, and with the topic that comes nearest to it. */
function asking(path: string, { words, nearTopics: [topic] }: Results): string {
	const title = [...words].slice(0, limits.challenge.title).join("");
	const fields = new URLSearchParams({ ...(title && { title }), ...(topic && { topic: topic.id }) });
	return fields.size ? `${path}?${fields}` : path;
}

import { For, Show } from "solid-js";
import { LinkButton } from "../ui/Button.tsx";
import { EntryList } from "../ui/EntryList.tsx";
import { Link } from "../ui/Link.tsx";
import { Section } from "../ui/Section.tsx";
import { useWords } from "../words.ts";
import type { Results } from "./search.data.ts";
import { addressOf, nothingChosen, type SearchState } from "./search-address.ts";

/** Where to go on when nothing was found: without a filter, to topics nearby, to the people of the network. */
export function NothingFound(props: { state: SearchState; results: Results }) {
	const t = useWords();
	const ways = () =>
		// Without a chosen kind the page itself leaves topics out of its list.
		props.results.withoutFacet.filter(({ facet }) => facet !== "kind" || props.state.chosen.kind.length);
	return (
		<>
			<div class="empty">
				<h2>{t("search.none")}</h2>
				<Show when={props.results.hasWords}>
					<p>{t("search.none_text")}</p>
				</Show>
			</div>
			<Show when={ways().length}>
				<Section id="without" title={t("search.none_without")}>
					<ul class="plain stack">
						<For each={ways()}>
							{({ facet, total }) => (
								<li>
									<Link href={addressOf(props.state, { chosen: facet ? { [facet]: [] } : nothingChosen })}>
										{facet
											? t("search.without", { facet: t(`search.facet_${facet}`) })
											: t("search.without_any")}
									</Link>{" "}
									<span class="meta">{t("search.found", { count: total })}</span>
								</li>
							)}
						</For>
					</ul>
				</Section>
			</Show>
			<Show when={props.results.nearTopics.length}>
				<Section id="near" title={t("search.none_topics")}>
					<EntryList
						layout="running"
						entries={props.results.nearTopics.map(({ id, label }) => ({ href: `/topics/${id}`, label }))}
					/>
				</Section>
			</Show>
			<Section id="ask" title={t("search.none_ask")}>
				<div class="stack">
					<p>{t("search.none_ask_text")}</p>
					<p class="row">
						<LinkButton kind="primary" href="/challenges/new">
							{t("search.ask_challenge")}
						</LinkButton>
						<LinkButton href="/threads/new">{t("search.ask_thread")}</LinkButton>
					</p>
				</div>
			</Section>
		</>
	);
}

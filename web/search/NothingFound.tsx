import { For, Show } from "solid-js";
import { LinkButton } from "../ui/Button.tsx";
import { EntryList } from "../ui/EntryList.tsx";
import { Link } from "../ui/Link.tsx";
import { Section } from "../ui/Section.tsx";
import { useWords } from "../words.ts";
import type { Results } from "./search.data.ts";
import { addressOf, type SearchState } from "./search-address.ts";

/** Where to go on when nothing was found: without a filter, to topics nearby, to the people of the network. */
export function NothingFound(props: { state: SearchState; results: Results }) {
	const t = useWords();
	return (
		<>
			<div class="empty">
				<h2>{t("search.none")}</h2>
				<Show when={props.results.hasWords}>
					<p>{t("search.none_text")}</p>
				</Show>
			</div>
			<Show when={props.results.withoutFacet.length}>
				<Section id="without" title={t("search.none_without")}>
					<ul class="plain stack">
						<For each={props.results.withoutFacet}>
							{({ facet, total }) => (
								<li>
									<Link href={addressOf(props.state, { chosen: { [facet]: [] } })}>
										{t("search.without", { facet: t(`search.facet_${facet}`) })}
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
				<p>{t("search.none_ask_text")}</p>
				<p class="row">
					<LinkButton kind="primary" href="/challenges/new">
						{t("search.ask_challenge")}
					</LinkButton>
					<LinkButton href="/threads/new">{t("search.ask_thread")}</LinkButton>
				</p>
			</Section>
		</>
	);
}

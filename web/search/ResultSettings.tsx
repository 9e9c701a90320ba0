import { For, Show } from "solid-js";
import IconSquare from "~icons/lucide/square";
import IconChecked from "~icons/lucide/square-check";
import { Link } from "../ui/Link.tsx";
import { useWords } from "../words.ts";
import type { Results } from "./search.data.ts";
import { addressOf, readLanguages, type SearchState } from "./search-address.ts";

/** In which order and in which languages, and how to have it otherwise: links, so that every setting is an address. */
export function ResultSettings(props: { state: SearchState; results: Results }) {
	const t = useWords();
	const order = (sort: SearchState["sort"], label: string) => (
		<li>
			<Show when={props.results.sort !== sort} fallback={<strong>{label}</strong>}>
				<Link href={addressOf(props.state, { sort })}>{label}</Link>
			</Show>
		</li>
	);
	return (
		<div class="result-settings">
			<Show when={props.results.hasWords && props.results.total > 0}>
				<nav aria-label={t("search.sort")}>
					<ul class="meta dotted">
						{order("relevance", t("search.sort_relevance"))}
						{order("newest", t("search.sort_newest"))}
					</ul>
				</nav>
			</Show>
			<Languages state={props.state} results={props.results} />
		</div>
	);
}

function Languages(props: { state: SearchState; results: Results }) {
	const t = useWords();
	const values = () => props.results.facets.find(({ facet }) => facet === "language")?.values ?? [];
	const settings = () => {
		const { state } = props;
		const chosen = state.chosen.language;
		const isOnlyRead = chosen.includes(readLanguages);
		return [
			{
				label: t("search.own_first"),
				isOn: state.ownFirst,
				href: addressOf(state, { ownFirst: !state.ownFirst }),
			},
			{
				label: t("search.only_read"),
				count: values().find(({ value }) => value === readLanguages)?.count,
				isOn: isOnlyRead,
				href: addressOf(state, {
					chosen: {
						language: isOnlyRead ? chosen.filter((tag) => tag !== readLanguages) : [...chosen, readLanguages],
					},
				}),
			},
		];
	};
	return (
		<nav aria-label={t("search.languages")}>
			<ul class="meta row">
				<For each={settings()}>
					{(setting) => (
						<li>
							<Link class="switch" href={setting.href} current={setting.isOn && "true"}>
								<Show when={setting.isOn} fallback={<IconSquare class="icon" aria-hidden="true" />}>
									<IconChecked class="icon" aria-hidden="true" />
								</Show>
								<span>{setting.label}</span>
								<span class="count">{setting.count}</span>
							</Link>
						</li>
					)}
				</For>
			</ul>
		</nav>
	);
}

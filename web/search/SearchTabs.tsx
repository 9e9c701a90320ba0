import { searchKinds } from "@interurban/contract/vocabulary";
import { For } from "solid-js";
import { Link } from "../ui/Link.tsx";
import { useWords } from "../words.ts";
import type { Results } from "./search.data.ts";
import { addressOf, type SearchState } from "./search-address.ts";

/** The kinds of things that were found, each with its number, and all of them together. */
export function SearchTabs(props: { state: SearchState; results: Results }) {
	const t = useWords();
	const counts = () =>
		new Map(
			props.results.facets
				.find(({ facet }) => facet === "kind")
				?.values.map(({ value, count }) => [value, count]),
		);
	const tabs = () => {
		const { kind: chosen } = props.state.chosen;
		const kinds = searchKinds.filter((kind) => counts().get(kind) || chosen.includes(kind));
		const all = [...counts()].reduce((sum, [kind, count]) => (kind === "topic" ? sum : sum + count), 0);
		return [
			{ kinds: [], label: t("search.all"), count: all, current: chosen.length === 0 },
			...kinds.map((kind) => ({
				kinds: [kind],
				label: t(`search.kind_${kind}`),
				count: counts().get(kind) ?? 0,
				current: chosen.includes(kind),
			})),
		];
	};
	return (
		<nav class="tabs" aria-label={t("search.kinds")}>
			<ul class="plain">
				<For each={tabs()}>
					{(tab) => (
						<li>
							<Link href={addressOf(props.state, { chosen: { kind: tab.kinds } })} current={tab.current}>
								<span>{tab.label}</span> <span class="count">{tab.count}</span>
							</Link>
						</li>
					)}
				</For>
			</ul>
		</nav>
	);
}

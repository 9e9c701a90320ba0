import { searchKinds } from "@interurban/contract/vocabulary";
import { createMemo, For } from "solid-js";
import { Link } from "../ui/Link.tsx";
import { useWords } from "../words.ts";
import { type Results, valuesOf } from "./search.data.ts";
import { addressOf, type SearchState } from "./search-address.ts";

/** The kinds of things that were found, each with its number, and all of them together. */
export function SearchTabs(props: { state: SearchState; results: Results }) {
	const t = useWords();
	const counts = createMemo(
		() => new Map(valuesOf(props.results, "kind").map(({ value, count }) => [value, count])),
	);
	const chosen = () => props.state.chosen.kind;
	const all = () => [...counts()].reduce((sum, [kind, count]) => (kind === "topic" ? sum : sum + count), 0);
	return (
		<nav class="tabs" aria-label={t("search.kinds")}>
			<ul class="plain">
				<li>
					<Link href={addressOf(props.state, { chosen: { kind: [] } })} current={!chosen().length}>
						<span>{t("search.all")}</span> <span class="count">{all()}</span>
					</Link>
				</li>
				<For each={searchKinds.filter((kind) => counts().get(kind) || chosen().includes(kind))}>
					{(kind) => (
						<li>
							<Link
								href={addressOf(props.state, { chosen: { kind: [kind] } })}
								current={chosen().includes(kind)}
							>
								<span>{t(`search.kind_${kind}`)}</span> <span class="count">{counts().get(kind) ?? 0}</span>
							</Link>
						</li>
					)}
				</For>
			</ul>
		</nav>
	);
}

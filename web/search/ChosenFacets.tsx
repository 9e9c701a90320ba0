import { For, Show } from "solid-js";
import IconX from "~icons/lucide/x";
import { Link } from "../ui/Link.tsx";
import { useWords } from "../words.ts";
import { type Results, valuesOf } from "./search.data.ts";
import { addressOf, filterFacets, type SearchState } from "./search-address.ts";

/** To what the results are narrowed; each can be taken away. */
export function ChosenFacets(props: { state: SearchState; results: Results }) {
	const t = useWords();
	const chosen = () =>
		filterFacets.flatMap((facet) => {
			const values = valuesOf(props.results, facet);
			return props.state.chosen[facet].map((value) => ({
				label: values.find((each) => each.value === value)?.label ?? value,
				href: addressOf(props.state, {
					chosen: { [facet]: props.state.chosen[facet].filter((other) => other !== value) },
				}),
			}));
		});
	return (
		<Show when={chosen().length}>
			<ul class="chips" aria-label={t("search.chosen")}>
				<For each={chosen()}>
					{(choice) => (
						<li>
							<Link class="chip" href={choice.href} label={t("search.remove", { label: choice.label })}>
								<bdi>{choice.label}</bdi>
								<IconX />
							</Link>
						</li>
					)}
				</For>
			</ul>
		</Show>
	);
}

import { For, Show } from "solid-js";
import IconSquare from "~icons/lucide/square";
import IconChecked from "~icons/lucide/square-check";
import { Link } from "../ui/Link.tsx";
import { useWords } from "../words.ts";
import { type Results, valuesOf } from "./search.data.ts";
import { addressOf, readLanguages, type SearchState } from "./search-address.ts";

/** In which order and in which languages, and how to have it otherwise: links, so that every setting is an address. */
export function ResultSettings(props: { state: SearchState; results: Results }) {
	const t = useWords();
	const orders = () => [
		...(props.results.hasWords ? (["relevance"] as const) : []),
		"newest" as const,
		...(valuesOf(props.results, "like").some(({ isKnown }) => isKnown) ? (["similar"] as const) : []),
	];
	return (
		<div class="result-settings">
			<Show when={orders().length > 1 && props.results.total > 0}>
				<nav aria-label={t("search.sort")}>
					<ul class="meta dotted">
						<For each={orders()}>
							{(sort) => (
								<li>
									<Link
										href={addressOf(props.state, { sort })}
										current={props.results.sort === sort && "true"}
									>
										{t(`search.sort_${sort}`)}
									</Link>
								</li>
							)}
						</For>
					</ul>
				</nav>
			</Show>
			<Show when={props.results.total > 0 || props.state.ownFirst}>
				<Languages state={props.state} results={props.results} />
			</Show>
		</div>
	);
}

function Languages(props: { state: SearchState; results: Results }) {
	const t = useWords();
	const chosen = () => props.state.chosen.language;
	const onlyRead = () => chosen().includes(readLanguages);
	const readable = () =>
		valuesOf(props.results, "language").find(({ value }) => value === readLanguages)?.count;
	return (
		<nav aria-label={t("search.languages")}>
			<ul class="meta row">
				<Switch
					label={t("search.own_first")}
					isOn={props.state.ownFirst}
					href={addressOf(props.state, { ownFirst: !props.state.ownFirst })}
				/>
				<Switch
					label={t("search.only_read")}
					count={readable()}
					isOn={onlyRead()}
					href={addressOf(props.state, {
						chosen: {
							language: onlyRead()
								? chosen().filter((tag) => tag !== readLanguages)
								: [...chosen(), readLanguages],
						},
					})}
				/>
			</ul>
		</nav>
	);
}

/** A setting that a link turns on or off. */
function Switch(props: { label: string; count?: number | undefined; isOn: boolean; href: string }) {
	return (
		<li>
			<Link class="switch" href={props.href} current={props.isOn && "true"}>
				<Show when={props.isOn} fallback={<IconSquare />}>
					<IconChecked />
				</Show>
				<span>{props.label}</span>
				<span class="count">{props.count}</span>
			</Link>
		</li>
	);
}

import { limits } from "@interurban/contract/limits";
import { For, Show } from "solid-js";
import { useFormat } from "../format.ts";
import { EntryList } from "../ui/EntryList.tsx";
import { Link } from "../ui/Link.tsx";
import { Notice } from "../ui/Notice.tsx";
import { useWords } from "../words.ts";
import type { Results } from "./search.data.ts";
import { addressOf, type SearchState } from "./search-address.ts";

/** Whether there is anything to be said before the results. */
export const hasNotices = ({ strange }: SearchState, results: Results): boolean =>
	results.isCut ||
	(results.text !== "" && !results.hasWords) ||
	results.hasOtherSigns ||
	[strange, results.quoted, results.excluded, results.unclearTowns].some((all) => all.length > 0) ||
	results.facets.some(({ values }) => values.some(({ isKnown }) => !isKnown));

/** What is to be said of a question before its results: that it is too long, has no word, or asks for what there is not. */
export function Notices(props: { state: SearchState; results: Results }) {
	const t = useWords();
	return (
		<>
			<For each={props.results.unclearTowns}>
				{(unclear) => <WhichTown state={props.state} unclear={unclear} />}
			</For>
			<Show when={props.results.isCut}>
				<Notice kind="info">
					<p>{t("search_results.cut", { count: limits.query })}</p>
				</Notice>
			</Show>
			<Show when={props.results.text && !props.results.hasWords}>
				<Notice kind="info">
					<p>{t("search_results.no_words")}</p>
				</Notice>
			</Show>
			<Signs state={props.state} results={props.results} />
			<Strange state={props.state} results={props.results} />
		</>
	);
}

/** Who means none of these can name the country, too. */
const mostTowns = 8;

/** Asks which of several towns is meant; each answer is the search narrowed by it. */
function WhichTown(props: { state: SearchState; unclear: Results["unclearTowns"][number] }) {
	const t = useWords();
	const entries = () =>
		props.unclear.places.slice(0, mostTowns).map((place) => ({
			href: addressOf(props.state, { chosen: { like: [...props.state.chosen.like, place.id] } }),
			label: place.name,
			details: [
				place.countryName,
				...(place.population ? [t("search_results.inhabitants", { count: place.population })] : []),
			],
		}));
	return (
		<Notice
			kind="info"
			title={t("search_results.which_town", { name: `\u2068${props.unclear.typed}\u2069` })}
		>
			<EntryList entries={entries()} />
		</Notice>
	);
}

/** What quotation marks, minus and other signs do. */
function Signs(props: { state: SearchState; results: Results }) {
	const t = useWords();
	const { list } = useFormat();
	const named = (texts: readonly string[]) =>
		list(texts.map((text) => t("search_results.quoted", { text: `\u2068${text}\u2069` })));
	const told = () => [
		...(props.results.quoted.length
			? [t("search_results.signs_quoted", { words: named(props.results.quoted) })]
			: []),
		...(props.results.excluded.length
			? [t("search_results.signs_excluded", { words: named(props.results.excluded) })]
			: []),
		...(props.results.hasOtherSigns ? [t("search_results.signs_others")] : []),
	];
	return (
		<Show when={told().length}>
			<Notice kind="info">
				<p>{told().join(" ")}</p>
				<p>
					<Link href={addressOf(props.state, { text: props.results.words })}>
						{t("search_results.signs_without")}
					</Link>
				</p>
			</Notice>
		</Show>
	);
}

/** Filters of an old address, or of a mistyped one. */
function Strange(props: { state: SearchState; results: Results }) {
	const t = useWords();
	const { list } = useFormat();
	const unknown = () =>
		props.results.facets.map(({ facet, values }) => ({
			facet,
			values: values.filter(({ isKnown }) => !isKnown).map(({ value }) => value),
		}));
	const names = () => [
		...props.state.strange,
		...unknown().flatMap(({ facet, values }) =>
			values.map((value) => `${t(`search.facet_${facet}`)}: ${value}`),
		),
	];
	const without = () => {
		const kept = unknown().map(({ facet, values }) => [
			facet,
			props.state.chosen[facet].filter((value) => !values.includes(value)),
		]);
		return addressOf(props.state, { chosen: Object.fromEntries(kept) });
	};
	return (
		<Show when={names().length}>
			<Notice kind="warning">
				<p>{t("search_results.strange", { names: list(names().map((name) => `\u2068${name}\u2069`)) })}</p>
				<p>
					<Link href={without()}>{t("search_results.strange_without")}</Link>
				</p>
			</Notice>
		</Show>
	);
}

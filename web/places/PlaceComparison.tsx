import { incomeYear } from "@interurban/contract/income-groups";
import type { PlaceTrait, TraitFit } from "@interurban/contract/vocabulary";
import { createAsync } from "@solidjs/router";
import { Show } from "solid-js";
import { isServer } from "solid-js/web";
import { useFormat } from "../format.ts";
import { currentRequest } from "../request.ts";
import { useAddress } from "../ui/address.ts";
import { Button } from "../ui/Button.tsx";
import { DataTable } from "../ui/DataTable.tsx";
import { EntryList } from "../ui/EntryList.tsx";
import { Link } from "../ui/Link.tsx";
import { Name } from "../ui/Name.tsx";
import { Section } from "../ui/Section.tsx";
import { useWords } from "../words.ts";
import { comparisonHref } from "./place-page.ts";
import { traitWord } from "./place-words.ts";
import { type FullPlace, getPlacesCalled, type PlaceData } from "./places.data.ts";
import { TownField } from "./TownField.tsx";
import { placeHref } from "./towns.ts";

type Town = NonNullable<NonNullable<PlaceData["viewer"]>["person"]["place"]>;

/** A town beside another one, trait by trait: the reader's own, or one that they name. */
export function PlaceComparison(props: {
	place: FullPlace;
	/** Where the reader works. */
	own: Town | null;
	/** A name that was typed, and that no id stands for yet. */
	typed: string;
}) {
	const t = useWords();
	const address = useAddress();
	const likeness = () => (props.typed ? null : props.place.likeness);
	return (
		<Section
			id="compare"
			title={
				likeness()
					? t("alike.compare", { place: props.place.name, other: likeness()?.place.name ?? "" })
					: t("alike.compare_none", { place: props.place.name })
			}
			aside={
				<Show when={likeness()}>
					{(found) => <strong>{t("alike.percent", { percent: found().percent })}</strong>}
				</Show>
			}
		>
			<div class="stack">
				<Show when={likeness()}>{(found) => <Traits place={props.place} likeness={found()} />}</Show>
				<Candidates place={props.place} typed={props.typed} />
				<form class="field-and-button" method="get" action={`${address(placeHref(props.place))}#compare`}>
					<TownField
						name="with"
						label={t("alike.compare_field")}
						value={props.typed}
						hrefOf={(id) => comparisonHref(props.place, { id })}
					/>
					<Button>{t("alike.compare_button")}</Button>
				</form>
				<Show when={props.own && ![props.place.id, likeness()?.place.id].includes(props.own.id) && props.own}>
					{(own) => (
						<p>
							<Link href={comparisonHref(props.place, own())}>
								{t("alike.compare_own", { place: own().name })}
							</Link>
						</p>
					)}
				</Show>
			</div>
		</Section>
	);
}

/** Towns that bear a typed name. When there is but one, it is meant. */
function Candidates(props: { place: FullPlace; typed: string }) {
	const t = useWords();
	const { number } = useFormat();
	const called = createAsync(() => getPlacesCalled(props.typed));
	const only = () => {
		const [first, ...others] = called() ?? [];
		return first && !others.length ? first : null;
	};
	return (
		<Show when={props.typed ? called() : null}>
			{(towns) => {
				const one = only();
				if (isServer && one) currentRequest().redirect = comparisonHref(props.place, one);
				return (
					<div role="status">
						<p>
							{towns().length
								? t("alike.which_town", { name: props.typed })
								: t("alike.no_town", { name: props.typed })}
						</p>
						<EntryList
							entries={towns().map((town) => ({
								href: comparisonHref(props.place, town),
								label: town.name,
								details: [town.countryName, ...(town.population ? [number(town.population)] : [])],
							}))}
						/>
					</div>
				);
			}}
		</Show>
	);
}

interface Row {
	trait: PlaceTrait;
	fit: TraitFit;
}

function Traits(props: { place: FullPlace; likeness: NonNullable<FullPlace["likeness"]> }) {
	const t = useWords();
	const { number } = useFormat();
	const value = (place: Parameters<typeof traitWord>[2]) => (row: Row) =>
		traitWord(t, number, place, row.trait) ?? t("alike.fit_unknown");
	return (
		<>
			<DataTable
				id="traits"
				caption={t("alike.compare_caption")}
				columns={[
					{
						label: t("alike.trait"),
						cell: (row: Row) => (
							<>
								{t(`alike.trait_${row.trait}`)}
								<Fit fit={row.fit} />
							</>
						),
					},
					{ label: props.place.name, cell: value(props.place) },
					{
						label: (
							<Link href={placeHref(props.likeness.place)}>
								<Name>{props.likeness.place.name}</Name>
							</Link>
						),
						cell: value(props.likeness.place),
					},
				]}
				rows={props.likeness.traits}
			/>
			<p class="meta">
				{t("alike.compare_text")} {t("alike.sources", { year: String(incomeYear) })}
			</p>
		</>
	);
}

/** How one trait goes together: a circle that is full, half full or empty, and the word. */
function Fit(props: { fit: TraitFit }) {
	const t = useWords();
	return (
		<span class={`fit fit-${props.fit}`}>
			<svg class="icon" viewBox="0 0 12 12" aria-hidden="true">
				<circle
					cx="6"
					cy="6"
					r="5"
					fill={props.fit === "same" ? "currentcolor" : "none"}
					stroke="currentcolor"
				/>
				<Show when={props.fit === "near"}>
					<path d="M6 1a5 5 0 0 1 0 10z" fill="currentcolor" />
				</Show>
			</svg>
			{t(`alike.fit_${props.fit}`)}
		</span>
	);
}

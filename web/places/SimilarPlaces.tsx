import { Show } from "solid-js";
import { useFormat } from "../format.ts";
import type { SimilarPlaceFragment } from "../generated/types.ts";
import { PracticeItem } from "../practices/PracticeItem.tsx";
import { EntryList } from "../ui/EntryList.tsx";
import { Link } from "../ui/Link.tsx";
import { RuledList } from "../ui/RuledList.tsx";
import { Section } from "../ui/Section.tsx";
import { useWords } from "../words.ts";
import type { FullPlace } from "./places.data.ts";
import { placeHref } from "./towns.ts";

/** Towns like one that take part, towns like it that do not yet; how much each is like it, and in what it is not. */
export function SimilarPlaces(props: { place: FullPlace }) {
	const t = useWords();
	const { list } = useFormat();
	const entries = (places: readonly SimilarPlaceFragment[]) =>
		places.map(({ place, percent, traits }) => {
			const others = traits.filter(({ fit }) => fit === "near" || fit === "different");
			const differs = others.map(({ trait }) => t(`alike.short_${trait}`));
			return {
				href: placeHref(place),
				label: place.name,
				details: [
					place.countryName,
					t("alike.percent", { percent }),
					...(differs.length ? [t("alike.differs", { traits: list(differs) })] : []),
				],
			};
		});
	return (
		<>
			<Show when={props.place.similarPlaces.length}>
				<Section id="similar" title={t("places.similar")}>
					<EntryList entries={entries(props.place.similarPlaces)} />
				</Section>
			</Show>
			<Show when={props.place.analogues.length}>
				<Section id="analogues" title={t("alike.analogues", { place: props.place.name })}>
					<div class="stack">
						<EntryList entries={entries(props.place.analogues)} />
						<p class="meta">{t("alike.analogues_text")}</p>
					</div>
				</Section>
			</Show>
		</>
	);
}

/** What towns like one have shared, the newest first. */
export function PracticesOfSimilarPlaces(props: { place: FullPlace }) {
	const t = useWords();
	return (
		<Show when={props.place.practicesOfSimilarPlaces.items.length}>
			<Section
				id="from-similar"
				title={t("alike.from_similar", { place: props.place.name })}
				aside={
					<Link href={`/search?kind=practice&like=${props.place.id}`}>{t("alike.from_similar_all")}</Link>
				}
			>
				<RuledList items={props.place.practicesOfSimilarPlaces.items}>
					{(practice) => <PracticeItem practice={practice} />}
				</RuledList>
			</Section>
		</Show>
	);
}

import { createAsync, useLocation, useParams } from "@solidjs/router";
import { createMemo, For, Show } from "solid-js";
import { isServer } from "solid-js/web";
import { useFormat } from "../format.ts";
import { Head } from "../head.tsx";
import { ChallengeTeasers } from "../home/ChallengeTeasers.tsx";
import { useOrigin } from "../origin.ts";
import type { Preload } from "../page.ts";
import { PracticeItem } from "../practices/PracticeItem.tsx";
import { currentRequest } from "../request.ts";
import { NotFound } from "../shell/ErrorPage.tsx";
import { ThreadsOfPlaceBelow } from "../threads/ThreadsOfPlaceBelow.tsx";
import { Dateline } from "../ui/Dateline.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { type Fact, FactList } from "../ui/FactList.tsx";
import { Headline } from "../ui/Headline.tsx";
import { Link } from "../ui/Link.tsx";
import { Name } from "../ui/Name.tsx";
import { Page } from "../ui/Page.tsx";
import { Pager } from "../ui/Pager.tsx";
import { RuledList } from "../ui/RuledList.tsx";
import { Section } from "../ui/Section.tsx";
import { useLanguage, useWords } from "../words.ts";
import { PeopleEntries } from "./PeopleEntries.tsx";
import { PlaceComparison } from "./PlaceComparison.tsx";
import { placeJsonLd } from "./place-json-ld.ts";
import { type PlacePageState, readPlacePage } from "./place-page.ts";
import { organisationKindWord, traitWord } from "./place-words.ts";
import { type FullPlace, getPlace, getPlaceThreads, type PlaceData } from "./places.data.ts";
import { PracticesOfSimilarPlaces, SimilarPlaces } from "./SimilarPlaces.tsx";
import { placeHref } from "./towns.ts";
import { LocatorMap } from "./WorldMap.tsx";

export const preload: Preload = ({ params, location }) => {
	const { id, after, other } = readPlacePage(params.place, location);
	return getPlace(id, after, other);
};

/** A town: where it lies, what it has shared, who works there, and towns like it. */
export default function PlacePage() {
	const params = useParams();
	const location = useLocation();
	const state = createMemo(() => readPlacePage(params.place, location));
	const data = createAsync(() => getPlace(state().id, state().after, state().other));
	return (
		<Show when={data()}>
			{(found) => (
				<Show when={found().place} fallback={<NotFound />}>
					{(place) => (
						<PlaceView place={place()} data={found()} state={state()} address={params.place ?? ""} />
					)}
				</Show>
			)}
		</Show>
	);
}

function PlaceView(props: { place: FullPlace; data: PlaceData; state: PlacePageState; address: string }) {
	const t = useWords();
	const language = useLanguage();
	const origin = useOrigin();
	const href = () => placeHref(props.place);
	// One address for each town: any other slug leads there.
	if (isServer && `/places/${props.address}` !== href())
		currentRequest().redirect = href() + useLocation().search;
	const threads = createAsync(() => getPlaceThreads(props.place.id));
	const names = () => ({ place: props.place.name, country: props.place.countryName });
	return (
		<Page
			dateline={
				<Dateline
					items={[
						props.place.isCapital ? t("places.capital") : t("places.town"),
						<Link href={`/countries/${props.place.country}`}>{props.place.countryName}</Link>,
					]}
				/>
			}
			head={
				<Headline>
					<Name>{props.place.name}</Name>
				</Headline>
			}
			margin={<PlaceMargin place={props.place} />}
		>
			<Head
				title={t("ui.town", names())}
				description={t("places.place_description", names())}
				canonical={href()}
				feed={`${href()}.atom`}
				jsonLd={isServer && placeJsonLd(props.place, `${origin}/${language}${href()}`)}
			/>
			<PlacePractices place={props.place} page={props.data.practices} after={props.state.after} />
			<PracticesOfSimilarPlaces place={props.place} />
			<Show when={props.place.challenges.items.length}>
				<Section id="challenges" title={t("places.challenges")}>
					<ChallengeTeasers challenges={props.place.challenges.items} />
				</Section>
			</Show>
			<Show when={threads()}>
				{(found) => <ThreadsOfPlaceBelow placeId={props.place.id} threads={found()} />}
			</Show>
			<Show when={props.place.people.length}>
				<Section id="people" title={t("places.people")}>
					<PeopleEntries people={props.place.people} />
				</Section>
			</Show>
			<Show when={props.place.organisations.length}>
				<Section id="organisations" title={t("places.organisations")}>
					<ul class="entries entries-columns">
						<For each={props.place.organisations}>
							{(organisation) => (
								<li>
									<Show when={organisation.website} fallback={<Name>{organisation.name}</Name>}>
										{(website) => (
											<a href={website()} rel="nofollow noopener">
												<Name>{organisation.name}</Name>
											</a>
										)}
									</Show>
									<span class="meta">{organisationKindWord(t, organisation.kind)}</span>
								</li>
							)}
						</For>
					</ul>
				</Section>
			</Show>
			<PlaceComparison
				place={props.place}
				own={props.data.viewer?.person.place ?? null}
				typed={props.state.typed}
			/>
			<SimilarPlaces place={props.place} />
		</Page>
	);
}

function PlaceMargin(props: { place: FullPlace }) {
	const t = useWords();
	const { number } = useFormat();
	const facts = (): Fact[] => [
		{
			label: t("places.population"),
			value: props.place.population ? number(props.place.population) : t("places.population_unknown"),
		},
		{
			label: t("places.country"),
			value: <Link href={`/countries/${props.place.country}`}>{props.place.countryName}</Link>,
		},
		...(["income", "climate", "region", "coast"] as const).flatMap((trait): Fact[] => {
			const value = traitWord(t, number, props.place, trait);
			return value ? [{ label: t(`alike.trait_${trait}`), value }] : [];
		}),
		{ label: t("places.practices"), value: number(props.place.practiceCount) },
		{ label: t("places.people"), value: number(props.place.peopleCount) },
	];
	return (
		<>
			<FactList facts={facts()} />
			<LocatorMap
				x={props.place.mapX}
				y={props.place.mapY}
				label={t("places.map_place", { place: props.place.name })}
			/>
		</>
	);
}

function PlacePractices(props: { place: FullPlace; page: PlaceData["practices"]; after: string | null }) {
	const t = useWords();
	return (
		<Section id="practices" title={t("places.practices")}>
			<Show
				when={props.page.items.length}
				fallback={
					<EmptyState
						title={t("places.place_empty", { place: props.place.name })}
						action={{ href: "/practices/new", label: t("places.publish") }}
					>
						{t("places.place_empty_text")}
					</EmptyState>
				}
			>
				<RuledList items={props.page.items}>{(practice) => <PracticeItem practice={practice} />}</RuledList>
				<Pager
					next={
						props.page.nextCursor ? `${placeHref(props.place)}?after=${props.page.nextCursor}` : undefined
					}
					first={props.after ? placeHref(props.place) : undefined}
				/>
			</Show>
		</Section>
	);
}

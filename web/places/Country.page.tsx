import { createAsync, useLocation, useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { isServer } from "solid-js/web";
import { useFormat } from "../format.ts";
import type { CountryQuery } from "../generated/types.ts";
import { Head } from "../head.tsx";
import { useOrigin } from "../origin.ts";
import type { Preload } from "../page.ts";
import { PracticeItem } from "../practices/PracticeItem.tsx";
import { currentRequest } from "../request.ts";
import { NotFound } from "../shell/ErrorPage.tsx";
import { Breadcrumbs } from "../ui/Breadcrumbs.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { EntryList } from "../ui/EntryList.tsx";
import { FactList } from "../ui/FactList.tsx";
import { Headline } from "../ui/Headline.tsx";
import { Link } from "../ui/Link.tsx";
import { Page } from "../ui/Page.tsx";
import { Pager } from "../ui/Pager.tsx";
import { RuledList } from "../ui/RuledList.tsx";
import { Section } from "../ui/Section.tsx";
import { useLanguage, useWords } from "../words.ts";
import { PeopleEntries } from "./PeopleEntries.tsx";
import { countryJsonLd } from "./place-json-ld.ts";
import { regionWord } from "./place-words.ts";
import { type FullCountry, getCountry } from "./places.data.ts";
import { placeHref } from "./towns.ts";
import { WorldMap } from "./WorldMap.tsx";

export const preload: Preload = ({ params, location }) =>
	getCountry((params.code ?? "").toUpperCase(), String(location.query.after ?? "") || null);

/** A country: its towns that take part, and what they have shared. */
export default function CountryPage() {
	const params = useParams();
	const location = useLocation();
	const after = () => String(location.query.after ?? "") || null;
	const code = () => (params.code ?? "").toUpperCase();
	const data = createAsync(() => getCountry(code(), after()));
	if (isServer && params.code !== code() && /^[a-z]{2}$/i.test(code()))
		currentRequest().redirect = `/countries/${code()}`;
	return (
		<Show when={data()}>
			{(found) => (
				<Show when={found().country} fallback={<NotFound />}>
					{(country) => <CountryView country={country()} data={found()} after={after()} />}
				</Show>
			)}
		</Show>
	);
}

function CountryView(props: { country: FullCountry; data: CountryQuery; after: string | null }) {
	const t = useWords();
	const language = useLanguage();
	const origin = useOrigin();
	const { number } = useFormat();
	const href = () => `/countries/${props.country.code}`;
	return (
		<Page
			head={
				<>
					<Breadcrumbs items={[{ href: "/countries", label: t("places.countries") }]} />
					<Headline>{props.country.name}</Headline>
				</>
			}
			margin={
				<FactList
					facts={[
						...(props.country.region
							? [{ label: t("places.region"), value: regionWord(t, props.country.region) }]
							: []),
						{ label: t("places.towns"), value: number(props.country.places.length) },
						{ label: t("places.practices"), value: number(props.country.practiceCount) },
						{ label: t("places.people"), value: number(props.country.peopleCount) },
					]}
				/>
			}
		>
			<Head
				title={props.country.name}
				description={t("places.country_description", { country: props.country.name })}
				canonical={href()}
				jsonLd={isServer && countryJsonLd(props.country, `${origin}/${language}${href()}`)}
			/>
			<Show
				when={props.country.places.length}
				fallback={
					<Section id="practices" title={t("places.practices")}>
						<EmptyState
							title={t("places.country_empty", { country: props.country.name })}
							action={{ href: "/practices/new", label: t("places.publish") }}
						>
							{t("places.country_empty_text")}
						</EmptyState>
					</Section>
				}
			>
				<Towns country={props.country} />
				<Show when={props.data.practices.items.length}>
					<Section id="practices" title={t("places.practices")}>
						<RuledList items={props.data.practices.items}>
							{(practice) => <PracticeItem practice={practice} />}
						</RuledList>
						<Pager
							next={
								props.data.practices.nextCursor
									? `${href()}?after=${props.data.practices.nextCursor}`
									: undefined
							}
							first={props.after ? href() : undefined}
						/>
					</Section>
				</Show>
				<Show when={props.data.people.items.length}>
					<Section
						id="people"
						title={t("places.people")}
						aside={
							<Show when={props.data.people.nextCursor}>
								<Link href={`/people?country=${props.country.code}`}>{t("places.all_people")}</Link>
							</Show>
						}
					>
						<PeopleEntries people={props.data.people.items} />
					</Section>
				</Show>
			</Show>
		</Page>
	);
}

function Towns(props: { country: FullCountry }) {
	const t = useWords();
	const withPractices = () => props.country.places.filter((place) => place.practiceCount > 0);
	return (
		<Section id="towns" title={t("places.towns")}>
			<Show when={withPractices().length}>
				<WorldMap
					points={withPractices()}
					label={t("places.map_country", { country: props.country.name })}
					after="town-list"
					close
				/>
			</Show>
			<EntryList
				id="town-list"
				entries={props.country.places.map((place) => ({
					href: placeHref(place),
					label: place.name,
					details: place.practiceCount ? [t("places.practice_count", { count: place.practiceCount })] : [],
				}))}
			/>
		</Section>
	);
}

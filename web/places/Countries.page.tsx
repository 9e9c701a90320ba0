import { type Region, regions } from "@interurban/contract/countries";
import { createAsync } from "@solidjs/router";
import { For, Show } from "solid-js";
import type { CountriesQuery } from "../generated/types.ts";
import { Head } from "../head.tsx";
import type { Preload } from "../page.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { EntryList } from "../ui/EntryList.tsx";
import { Headline, Lead } from "../ui/Headline.tsx";
import { Page } from "../ui/Page.tsx";
import { Section } from "../ui/Section.tsx";
import { useWords } from "../words.ts";
import { regionWord } from "./place-words.ts";
import { getCountries } from "./places.data.ts";
import { WorldMap } from "./WorldMap.tsx";

export const preload: Preload = () => getCountries();

type CountryRow = CountriesQuery["countries"][number];

/** All countries that take part, by region. */
export default function CountriesPage() {
	const t = useWords();
	const data = createAsync(() => getCountries());
	return (
		<Page
			head={
				<>
					<Headline plain>{t("places.countries")}</Headline>
					<Lead>{t("places.countries_description")}</Lead>
				</>
			}
		>
			<Head
				title={t("places.countries")}
				description={t("places.countries_description")}
				canonical="/countries"
			/>
			<Show when={data()}>
				{(found) => (
					<>
						<WorldMap points={found().practiceMap} label={t("places.map")} after="countries" />
						<div id="countries" class="page-body" tabindex="-1">
							<For
								each={byRegion(found().countries)}
								fallback={
									<Section id="none" title={t("places.practices")}>
										<EmptyState
											title={t("places.countries_none")}
											action={{ href: "/practices/new", label: t("places.publish") }}
										/>
									</Section>
								}
							>
								{(group) => (
									<Section id={group.region} title={regionWord(t, group.region)}>
										<CountryList countries={group.countries} />
									</Section>
								)}
							</For>
						</div>
					</>
				)}
			</Show>
		</Page>
	);
}

function CountryList(props: { countries: readonly CountryRow[] }) {
	const t = useWords();
	return (
		<EntryList
			entries={props.countries.map(({ code, name, practiceCount, peopleCount }) => ({
				href: `/countries/${code}`,
				label: name,
				details: [
					...(practiceCount ? [t("places.practice_count", { count: practiceCount })] : []),
					...(peopleCount ? [t("places.people_count", { count: peopleCount })] : []),
				],
			}))}
		/>
	);
}

function byRegion(countries: readonly CountryRow[]): { region: Region; countries: CountryRow[] }[] {
	return regions
		.map((region) => ({ region, countries: countries.filter((country) => country.region === region) }))
		.filter((group) => group.countries.length > 0);
}

import { createAsync } from "@solidjs/router";
import { Show } from "solid-js";
import { isServer } from "solid-js/web";
import { Head } from "../head.tsx";
import { useOrigin } from "../origin.ts";
import type { Preload } from "../page.ts";
import { part } from "../part.ts";
import { WorldMap } from "../places/WorldMap.tsx";
import { PracticeItem } from "../practices/PracticeItem.tsx";
import { LinkButton } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { EntryList } from "../ui/EntryList.tsx";
import { Headline, Lead } from "../ui/Headline.tsx";
import { Link } from "../ui/Link.tsx";
import { Notice } from "../ui/Notice.tsx";
import { RuledList } from "../ui/RuledList.tsx";
import { SearchField } from "../ui/SearchField.tsx";
import { Section } from "../ui/Section.tsx";
import { useLanguage, useWords } from "../words.ts";
import { ChallengeTeasers } from "./ChallengeTeasers.tsx";
import { HowItWorks } from "./HowItWorks.tsx";
import { getHome, type HomeData } from "./home.data.ts";

export const preload: Preload = () => getHome();

const FromSimilarCities = part(() => import("./FromSimilarCities.tsx"));

/** A member's town, when towns like it have shared something. */
const placeWithAnalogues = ({ viewer }: HomeData) =>
	viewer?.person.place?.practicesOfSimilarPlaces.items.length ? viewer.person.place : null;

/** The front page: one question, what is new, who is asking, where it comes from. */
export default function HomePage() {
	const t = useWords();
	const language = useLanguage();
	const origin = useOrigin();
	const data = createAsync(() => getHome());
	return (
		<div class="wrap home">
			<Head
				title=""
				description={t("home.description")}
				canonical="/"
				jsonLd={
					isServer && {
						"@context": "https://schema.org",
						"@type": "WebSite",
						name: "Interurban",
						url: `${origin}/${language}/`,
						potentialAction: {
							"@type": "SearchAction",
							target: `${origin}/${language}/search?q={query}`,
							"query-input": "required name=query",
						},
					}
				}
			/>
			<div class="home-head">
				<Headline>{t("home.title")}</Headline>
				<Lead>{t("home.description")}</Lead>
				<SearchField action="/search" id="home-search" label={t("home.question")} />
			</div>
			<Show when={data()}>
				{(found) => (
					<>
						<Show when={found().viewer}>{(viewer) => <Welcome viewer={viewer()} />}</Show>
						<Show when={placeWithAnalogues(found())}>{(place) => <FromSimilarCities place={place()} />}</Show>
						<div class="home-columns">
							<NewestPractices practices={found().practices.items} />
							<Challenges challenges={found().challenges.items} />
						</div>
						<Atlas data={found()} />
						<Topics topics={found().topics} />
						<HowItWorks isMember={Boolean(found().viewer)} />
					</>
				)}
			</Show>
		</div>
	);
}

function Welcome(props: { viewer: NonNullable<HomeData["viewer"]> }) {
	const t = useWords();
	return (
		<Notice kind="info" title={t("home.welcome", { name: props.viewer.name })}>
			<Show
				when={props.viewer.onboarded}
				fallback={
					<>
						<p>{t("home.hint_profile")}</p>
						<LinkButton href="/welcome">{t("home.complete_profile")}</LinkButton>
					</>
				}
			>
				<p>{t("home.hint_publish")}</p>
				<LinkButton href="/practices/new">{t("home.publish")}</LinkButton>
			</Show>
		</Notice>
	);
}

function NewestPractices(props: { practices: HomeData["practices"]["items"] }) {
	const t = useWords();
	return (
		<Section
			id="newest"
			title={t("home.newest")}
			aside={<Link href="/practices">{t("home.all_practices")}</Link>}
		>
			<Show
				when={props.practices.length}
				fallback={
					<EmptyState title={t("home.none")} action={{ href: "/practices/new", label: t("home.publish") }} />
				}
			>
				<RuledList items={props.practices}>{(practice) => <PracticeItem practice={practice} />}</RuledList>
			</Show>
		</Section>
	);
}

function Challenges(props: { challenges: HomeData["challenges"]["items"] }) {
	const t = useWords();
	return (
		<Section
			id="challenges"
			title={t("home.challenges")}
			aside={<Link href="/challenges">{t("home.all_challenges")}</Link>}
		>
			<Show when={props.challenges.length} fallback={<p>{t("home.no_challenges")}</p>}>
				<ChallengeTeasers challenges={props.challenges} />
			</Show>
			<p class="row">
				<LinkButton href="/challenges/new">{t("home.ask")}</LinkButton>
			</p>
		</Section>
	);
}

/** Where practices come from: as a map, and country by country as a list. */
function Atlas(props: { data: HomeData }) {
	const t = useWords();
	const countries = () => props.data.countries.filter((country) => country.practiceCount > 0);
	const practices = () => countries().reduce((sum, country) => sum + country.practiceCount, 0);
	return (
		<Show when={countries().length}>
			<Section
				id="atlas"
				title={t("home.map")}
				aside={<Link href="/countries">{t("home.all_countries")}</Link>}
			>
				<WorldMap points={props.data.practiceMap} label={t("places.map")} after="atlas-list" />
				<p class="meta">{t("home.figures", { practices: practices(), countries: countries().length })}</p>
				<EntryList
					id="atlas-list"
					layout="running"
					entries={countries().map(({ code, name }) => ({ href: `/countries/${code}`, label: name }))}
				/>
			</Section>
		</Show>
	);
}

function Topics(props: { topics: HomeData["topics"] }) {
	const t = useWords();
	return (
		<Section id="topics" title={t("home.topics")} aside={<Link href="/topics">{t("home.all_topics")}</Link>}>
			<EntryList
				entries={props.topics.map((topic) => ({
					href: `/topics/${topic.id}`,
					label: topic.label,
					details: topic.practiceCount ? [t("places.practice_count", { count: topic.practiceCount })] : [],
				}))}
			/>
		</Section>
	);
}

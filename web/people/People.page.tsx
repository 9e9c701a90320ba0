import { createAsync, useLocation, useNavigate } from "@solidjs/router";
import { Show } from "solid-js";
import { Head } from "../head.tsx";
import type { Preload } from "../page.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { FacetGroup, FilterPanel } from "../ui/FilterPanel.tsx";
import { Headline, Lead } from "../ui/Headline.tsx";
import { Page } from "../ui/Page.tsx";
import { Pager } from "../ui/Pager.tsx";
import { RuledList } from "../ui/RuledList.tsx";
import { useWords } from "../words.ts";
import { PersonItem } from "./PersonItem.tsx";
import { filterIn, getPeople } from "./people.data.ts";

export const preload: Preload = ({ location }) =>
	getPeople(filterIn(location.query), String(location.query.after ?? "") || null);

/** The members of the network, narrowed by topic, country, language and capacity; all state is in the address. */
export default function PeoplePage() {
	const t = useWords();
	const location = useLocation();
	const filter = () => filterIn(location.query);
	const after = () => String(location.query.after ?? "") || null;
	const chosen = () => Object.values(filter()).flat().length;
	const data = createAsync(() => getPeople(filter(), after()));
	const here = (cursor?: string) => {
		const fields = Object.entries(filter()).flatMap(([name, values]) => values.map((value) => [name, value]));
		const query = new URLSearchParams([...fields, ...(cursor ? [["after", cursor]] : [])]).toString();
		return query ? `/people?${query}` : "/people";
	};
	return (
		<Page
			marginFirst
			head={
				<>
					<Headline plain>{t("people.title")}</Headline>
					<Lead>{t("people.description")}</Lead>
				</>
			}
			margin={<Filters filter={filter()} chosen={chosen()} facets={data()?.peopleFacets} />}
		>
			<Head
				title={t("people.title")}
				description={t("people.description")}
				canonical="/people"
				noIndex={chosen() > 0 || after() !== null}
			/>
			<Show when={data()}>
				{(found) => (
					<>
						<h2 class="visually-hidden">{t("people.title")}</h2>
						<p class="meta" role="status">
							{t("people.count", { count: found().peopleFacets.total })}
						</p>
						<Show
							when={found().people.items.length}
							fallback={
								<EmptyState
									title={t("people.none")}
									action={
										chosen()
											? { href: "/people", label: t("people.all") }
											: { href: "/join", label: t("people.join") }
									}
								>
									{chosen() ? t("people.noneChosen") : undefined}
								</EmptyState>
							}
						>
							<RuledList items={found().people.items} long>
								{(person) => <PersonItem person={person} />}
							</RuledList>
						</Show>
						<Pager
							next={found().people.nextCursor ? here(found().people.nextCursor ?? "") : undefined}
							first={after() ? here() : undefined}
						/>
					</>
				)}
			</Show>
		</Page>
	);
}

type Facets = Awaited<ReturnType<typeof getPeople>>["peopleFacets"];

function Filters(props: { filter: ReturnType<typeof filterIn>; chosen: number; facets: Facets | undefined }) {
	const t = useWords();
	const navigate = useNavigate();
	const options = (name: "topic" | "country" | "language" | "capacity") => {
		const chosen: readonly string[] = props.filter[name];
		return (props.facets?.[name] ?? []).map((option) => ({
			...option,
			chosen: chosen.includes(option.value),
		}));
	};
	return (
		<FilterPanel
			action="/people"
			count={props.facets?.total ?? 0}
			chosen={props.chosen}
			clear="/people"
			onChange={(fields) => navigate(`/people?${fields}`, { scroll: false })}
		>
			<FacetGroup name="topic" label={t("people.topics")} options={options("topic")} open />
			<FacetGroup name="country" label={t("people.country")} options={options("country")} open />
			<FacetGroup name="language" label={t("people.languages")} options={options("language")} />
			<FacetGroup name="capacity" label={t("people.capacity")} options={options("capacity")} />
		</FilterPanel>
	);
}

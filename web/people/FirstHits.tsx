import { createAsync } from "@solidjs/router";
import { Show } from "solid-js";
import { Head } from "../head.tsx";
import { PracticeItem } from "../practices/PracticeItem.tsx";
import { LinkButton } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Headline, Lead } from "../ui/Headline.tsx";
import { Page } from "../ui/Page.tsx";
import { RuledList } from "../ui/RuledList.tsx";
import { Section } from "../ui/Section.tsx";
import { useWords } from "../words.ts";
import { PersonItem } from "./PersonItem.tsx";
import { getFitting } from "./people.data.ts";

/** The end of the first questions: people and practices that fit the answers. */
export function FirstHits(props: { next: string | null }) {
	const t = useWords();
	const data = createAsync(() => getFitting());
	return (
		<Page
			head={
				<>
					<Headline plain>{t("account.hits")}</Headline>
					<Lead>{t("account.hitsLead")}</Lead>
				</>
			}
		>
			<Head title={t("account.hits")} noIndex />
			<Show when={data()?.viewer}>
				{(viewer) => (
					<>
						<Show when={viewer().practicesThatFit.length}>
							<Section id="practices" title={t("account.hitsPractices")}>
								<RuledList items={viewer().practicesThatFit}>
									{(practice) => <PracticeItem practice={practice} />}
								</RuledList>
							</Section>
						</Show>
						<Show when={viewer().peopleThatFit.length}>
							<Section id="people" title={t("account.hitsPeople")}>
								<RuledList items={viewer().peopleThatFit}>
									{(person) => <PersonItem person={person} />}
								</RuledList>
							</Section>
						</Show>
						<Show when={!viewer().practicesThatFit.length && !viewer().peopleThatFit.length}>
							<EmptyState title={t("account.noHits")}>{t("account.noHitsLead")}</EmptyState>
						</Show>
						<p class="row">
							<Show when={props.next}>
								{(next) => (
									<LinkButton kind="primary" href={next()}>
										{t("account.goOn")}
									</LinkButton>
								)}
							</Show>
							<LinkButton href="/practices">{t("account.toPractices")}</LinkButton>
							<LinkButton href={`/people/${viewer().person.handle}`}>{t("account.toProfile")}</LinkButton>
						</p>
					</>
				)}
			</Show>
		</Page>
	);
}

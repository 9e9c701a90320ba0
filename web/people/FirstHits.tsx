import { createAsync } from "@solidjs/router";
import { Show } from "solid-js";
import { Head } from "../head.tsx";
import { PracticeItem } from "../practices/PracticeItem.tsx";
import { LinkButton } from "../ui/Button.tsx";
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
	const viewer = () => data()?.viewer;
	const isEmpty = () => !viewer()?.practicesThatFit.length && !viewer()?.peopleThatFit.length;
	const title = () => (isEmpty() ? t("account.noHits") : t("account.hits"));
	return (
		<Page
			head={
				<>
					<Headline plain>{title()}</Headline>
					<Lead>{isEmpty() ? t("account.noHitsLead") : t("account.hitsLead")}</Lead>
				</>
			}
		>
			<Head title={title()} noIndex />
			<Show when={viewer()}>
				{(found) => (
					<>
						<Show when={found().practicesThatFit.length}>
							<Section id="practices" title={t("account.hitsPractices")}>
								<RuledList items={found().practicesThatFit}>
									{(practice) => <PracticeItem practice={practice} />}
								</RuledList>
							</Section>
						</Show>
						<Show when={found().peopleThatFit.length}>
							<Section id="people" title={t("account.hitsPeople")}>
								<RuledList items={found().peopleThatFit}>
									{(person) => <PersonItem person={person} />}
								</RuledList>
							</Section>
						</Show>
						<p class="row">
							<Show when={props.next}>
								{(next) => (
									<LinkButton kind="primary" href={next()}>
										{t("account.goOn")}
									</LinkButton>
								)}
							</Show>
							<LinkButton href="/practices/new">{t("account.publish")}</LinkButton>
							<LinkButton href="/practices">{t("account.toPractices")}</LinkButton>
							<LinkButton href={`/people/${found().person.handle}`}>{t("account.toProfile")}</LinkButton>
						</p>
					</>
				)}
			</Show>
		</Page>
	);
}

import { createAsync, useLocation } from "@solidjs/router";
import { Show } from "solid-js";
import { Head } from "../head.tsx";
import type { Preload } from "../page.ts";
import { LinkButton } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Headline } from "../ui/Headline.tsx";
import { Link } from "../ui/Link.tsx";
import { Page } from "../ui/Page.tsx";
import { Pager } from "../ui/Pager.tsx";
import { RuledList } from "../ui/RuledList.tsx";
import { useWords } from "../words.ts";
import { ChallengeItem } from "./ChallengeItem.tsx";
import { type ChallengeList, getChallenges, listIn } from "./challenges.data.ts";

export const preload: Preload = ({ location }) => getChallenges(listIn(location.query));

/** What cities ask the network about. */
export default function ChallengesPage() {
	const t = useWords();
	const location = useLocation();
	const list = () => listIn(location.query);
	const data = createAsync(() => getChallenges(list()));
	const title = () => t(list().open ? "challenges.open" : "challenges.title");
	return (
		<Show when={data()}>
			{(found) => (
				<Page
					head={
						<>
							<Headline plain>{title()}</Headline>
							<p>{t("challenges.description")}</p>
							<p class="row">
								<LinkButton href="/challenges/new" kind="primary">
									{t("challenges.post")}
								</LinkButton>
								<Show
									when={list().open}
									fallback={
										<Link href={addressOf({ ...list(), open: true, after: null })}>
											{t("challenges.open")}
										</Link>
									}
								>
									<Link href={addressOf({ ...list(), open: null, after: null })}>{t("challenges.all")}</Link>
								</Show>
							</p>
						</>
					}
				>
					<Head
						title={title()}
						description={t("challenges.description")}
						canonical={addressOf({ ...list(), after: null })}
						noIndex={list().after !== null}
					/>
					<Show
						when={found().challenges.items.length > 0}
						fallback={
							<EmptyState
								whole
								title={t("challenges.noneTitle")}
								action={{ href: "/challenges/new", label: t("challenges.post") }}
							>
								{t("challenges.noneText")}
							</EmptyState>
						}
					>
						<h2 class="visually-hidden">{title()}</h2>
						<RuledList items={found().challenges.items}>
							{(challenge) => <ChallengeItem challenge={challenge} />}
						</RuledList>
					</Show>
					<Pager
						next={
							found().challenges.nextCursor
								? addressOf({ ...list(), after: found().challenges.nextCursor })
								: undefined
						}
						first={list().after ? addressOf({ ...list(), after: null }) : undefined}
					/>
				</Page>
			)}
		</Show>
	);
}

function addressOf({ open, topicId, after }: ChallengeList): string {
	const query = new URLSearchParams();
	if (open !== true) query.set("show", open === null ? "all" : "closed");
	if (topicId) query.set("topic", topicId);
	if (after) query.set("after", after);
	return query.size ? `/challenges?${query}` : "/challenges";
}

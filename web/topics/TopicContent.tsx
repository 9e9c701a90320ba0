import { Show, Suspense } from "solid-js";
import { ChallengeTeasers } from "../home/ChallengeTeasers.tsx";
import { part } from "../part.ts";
import { PeopleEntries } from "../places/PeopleEntries.tsx";
import { PracticeItem } from "../practices/PracticeItem.tsx";
import { LinkButton } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { EntryList } from "../ui/EntryList.tsx";
import { Link } from "../ui/Link.tsx";
import { Pager } from "../ui/Pager.tsx";
import { RuledList } from "../ui/RuledList.tsx";
import { Section } from "../ui/Section.tsx";
import { useWords } from "../words.ts";
import type { FullTopic, TopicData } from "./topics.data.ts";

/** Visitors load none of it. */
const FollowTopic = part(
	() => import("../following/FollowMenu.tsx").then(({ FollowTopic }) => ({ default: FollowTopic })),
	["following"],
);

/** The practices on a topic and on those below it, page by page. */
export function TopicPractices(props: {
	topic: FullTopic;
	page: TopicData["practices"];
	after: string | null;
}) {
	const t = useWords();
	const href = () => `/topics/${props.topic.id}`;
	return (
		<Section
			id="practices"
			title={t("topics.practices")}
			aside={
				<Show when={props.topic.practiceCount}>
					{(count) => <span class="meta">{t("topics.practice_count", { count: count() })}</span>}
				</Show>
			}
		>
			<Show
				when={props.page.items.length}
				fallback={
					<EmptyState
						title={t("topics.no_practices")}
						action={{ href: "/practices/new", label: t("topics.publish") }}
					>
						{t("topics.no_practices_text")}
					</EmptyState>
				}
			>
				<RuledList items={props.page.items}>{(practice) => <PracticeItem practice={practice} />}</RuledList>
				<Pager
					next={props.page.nextCursor ? `${href()}?after=${props.page.nextCursor}` : undefined}
					first={props.after ? href() : undefined}
				/>
			</Show>
		</Section>
	);
}

/** Cities that ask about it. */
export function TopicChallenges(props: { challenges: TopicData["challenges"]["items"] }) {
	const t = useWords();
	return (
		<Section id="challenges" title={t("topics.challenges")}>
			<ChallengeTeasers challenges={props.challenges} />
		</Section>
	);
}

/** Discussions under it. */
export function TopicThreads(props: { topic: FullTopic; threads: TopicData["threads"] }) {
	const t = useWords();
	const start = () => `/threads/new?topic=${props.topic.id}`;
	return (
		<Section
			id="threads"
			title={t("topics.threads")}
			aside={
				<Show when={props.threads.nextCursor}>
					<Link href={`/threads?topic=${props.topic.id}`}>{t("topics.all_threads")}</Link>
				</Show>
			}
		>
			<Show
				when={props.threads.items.length}
				fallback={
					<div class="stack">
						<p>{t("topics.no_threads")}</p>
						<LinkButton href={start()}>{t("topics.start_thread")}</LinkButton>
					</div>
				}
			>
				<EntryList
					layout="stacked"
					entries={props.threads.items.map((thread) => ({
						href: `/threads/${thread.id}${thread.slug ? `-${thread.slug}` : ""}`,
						label: thread.title,
						lang: thread.language,
					}))}
				/>
			</Show>
			<Show when={props.topic.viewerFollowing}>
				{(level) => (
					<Suspense>
						<FollowTopic topicId={props.topic.id} of={level()} />
					</Suspense>
				)}
			</Show>
		</Section>
	);
}

/** Members who can be asked about it. */
export function TopicPeople(props: { topic: FullTopic; people: TopicData["people"] }) {
	const t = useWords();
	return (
		<Section
			id="people"
			title={t("topics.people")}
			aside={
				<Show when={props.people.nextCursor}>
					<Link href={`/people?topic=${props.topic.id}`}>{t("topics.all_people")}</Link>
				</Show>
			}
		>
			<Show
				when={props.people.items.length}
				fallback={
					<div class="stack">
						<p>{t("topics.no_people")}</p>
						<LinkButton href="/settings/profile">{t("topics.know")}</LinkButton>
					</div>
				}
			>
				<PeopleEntries people={props.people.items} />
			</Show>
		</Section>
	);
}

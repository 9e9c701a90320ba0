import type { ThreadCard } from "@interurban/contract/events";
import { createAsync, useLocation, useParams } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { Head } from "../head.tsx";
import type { Preload } from "../page.ts";
import { Redirect } from "../redirect.tsx";
import { NotFound } from "../shell/ErrorPage.tsx";
import { Dateline } from "../ui/Dateline.tsx";
import { Headline } from "../ui/Headline.tsx";
import { Link } from "../ui/Link.tsx";
import { Name } from "../ui/Name.tsx";
import { Page } from "../ui/Page.tsx";
import { Time } from "../ui/Time.tsx";
import { TopicLinks } from "../ui/TopicLinks.tsx";
import { useWords } from "../words.ts";
import { Discussion } from "./Discussion.tsx";
import {
	type FetchedThread,
	getThread,
	getThreadPlace,
	getThreadTopic,
	idIn,
	threadPath,
	windowIn,
} from "./threads.data.ts";

export const preload: Preload = ({ params, location }) =>
	getThread(idIn(params.idslug), windowIn(location.query));

/** A discussion on a page of its own. */
export default function ThreadPage() {
	const params = useParams();
	const location = useLocation();
	const data = createAsync(() => getThread(idIn(params.idslug), windowIn(location.query)));
	return (
		<Show when={data()}>
			{(found) => (
				<Show when={found().thread} fallback={<NotFound />}>
					{(thread) => (
						<Show when={!thread().private} fallback={<Redirect to={threadPath(thread())} />}>
							<ThreadView thread={thread()} />
						</Show>
					)}
				</Show>
			)}
		</Show>
	);
}

function ThreadView(props: { thread: FetchedThread }) {
	const t = useWords();
	const { query } = useLocation();
	const [card, setCard] = createSignal<ThreadCard>();
	/** What it is about now, when it was moved while the page is shown. */
	const moved = createAsync(async () => {
		const now = card();
		if (!now || sameSubject(now, props.thread)) return null;
		const [topic, place] = await Promise.all([
			getThreadTopic(now.topic?.id ?? null),
			getThreadPlace(now.place?.id ?? null),
		]);
		return { topic, place, practice: null, challenge: null };
	});
	const path = () => threadPath(props.thread);
	const canonical = () => (query.after && !query.post ? `${path()}?after=${query.after}` : path());
	return (
		<Page
			dateline={
				<Dateline
					items={[
						t("threads.discussion"),
						<>
							{t("threads.since")} <Time value={props.thread.createdAt} />
						</>,
					]}
				/>
			}
			head={
				<Headline
					kicker={<Subject thread={moved() ?? props.thread} />}
					lang={card()?.language ?? props.thread.language}
				>
					{card()?.title ?? props.thread.title}
				</Headline>
			}
		>
			<Head
				title={props.thread.title}
				description={t("threads.metaDescription", { title: props.thread.title })}
				canonical={canonical()}
			/>
			<Discussion threadId={props.thread.id} path={path()} onCard={setCard} />
		</Page>
	);
}

const sameSubject = (a: Pick<ThreadCard, "topic" | "place">, b: Pick<ThreadCard, "topic" | "place">) =>
	a.topic?.id === b.topic?.id && a.place?.id === b.place?.id;

/** What is discussed. */
function Subject(props: { thread: Pick<FetchedThread, "topic" | "place" | "practice" | "challenge"> }) {
	const t = useWords();
	return (
		<>
			<Show when={props.thread.topic}>
				{(topic) => <TopicLinks topics={[{ href: `/topics/${topic().id}`, label: topic().label }]} />}
			</Show>
			<Show when={props.thread.place}>
				{(place) => (
					<TopicLinks topics={[{ href: `/places/${place().id}-${place().slug}`, label: place().name }]} />
				)}
			</Show>
			<Show when={props.thread.practice}>
				{(practice) => (
					<>
						{t("threads.ofPractice")}:{" "}
						<Link href={`/practices/${practice().slug}`} lang={practice().titleLanguage}>
							<Name>{practice().displayTitle}</Name>
						</Link>
					</>
				)}
			</Show>
			<Show when={props.thread.challenge}>
				{(challenge) => (
					<Link href={`/challenges/${challenge().id}-${challenge().slug}`}>{t("threads.ofChallenge")}</Link>
				)}
			</Show>
		</>
	);
}

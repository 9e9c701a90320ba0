import { Show } from "solid-js";
import { useTownName } from "../places/towns.ts";
import { RuledItem } from "../ui/RuledList.tsx";
import { Time } from "../ui/Time.tsx";
import { TopicLinks } from "../ui/TopicLinks.tsx";
import { useWords } from "../words.ts";
import { type ChallengeSummary, challengePath } from "./challenges.data.ts";

/** A challenge in a list. */
export function ChallengeItem(props: { challenge: ChallengeSummary }) {
	const t = useWords();
	const townName = useTownName();
	const topics = () =>
		props.challenge.topics.map((topic) => ({ href: `/topics/${topic.id}`, label: topic.label }));
	return (
		<RuledItem
			href={challengePath(props.challenge)}
			title={props.challenge.title}
			lang={props.challenge.language}
			kicker={<TopicLinks topics={topics()} />}
			meta={[
				townName(props.challenge.place),
				<Show
					when={props.challenge.closedAt}
					fallback={<NeededBy day={props.challenge.neededBy} posted={props.challenge.createdAt} />}
				>
					{t("challenges.closed")}
				</Show>,
				t("challenges.answers", { count: props.challenge.thread.postCount }),
			]}
		/>
	);
}

function NeededBy(props: { day: string | null; posted: string }) {
	const t = useWords();
	return (
		<Show
			when={props.day}
			fallback={
				<>
					{t("challenges.posted")} <Time value={props.posted} />
				</>
			}
		>
			{(day) => (
				<>
					{t("challenges.neededBy")} <Time value={day()} />
				</>
			)}
		</Show>
	);
}

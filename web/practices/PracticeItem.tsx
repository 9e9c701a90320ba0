import { useFormat } from "../format.ts";
import { useTownName } from "../places/towns.ts";
import { StageBadge } from "../ui/Badges.tsx";
import { RuledItem } from "../ui/RuledList.tsx";
import { Time } from "../ui/Time.tsx";
import { TopicLinks } from "../ui/TopicLinks.tsx";
import type { PracticeSummary } from "./practices.data.ts";

/** A practice in a list: where and what, in the reader's language where there is a translation. */
export function PracticeItem(props: { practice: PracticeSummary }) {
	const townName = useTownName();
	const { languageName } = useFormat();
	const isOver = () => props.practice.stage === "failed" || props.practice.stage === "ended";
	return (
		<RuledItem
			href={`/practices/${props.practice.slug}`}
			title={props.practice.displayTitle}
			lang={props.practice.titleLanguage}
			kicker={
				<TopicLinks
					topics={props.practice.topics
						.slice(0, 3)
						.map((topic) => ({ href: `/topics/${topic.id}`, label: topic.label }))}
				/>
			}
			text={props.practice.displayClaim}
			meta={[
				townName(props.practice.place),
				<Time value={props.practice.publishedAt} />,
				languageName(props.practice.language),
			]}
			aside={isOver() ? <StageBadge stage={props.practice.stage} /> : undefined}
		/>
	);
}

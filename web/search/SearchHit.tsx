import type { JSX } from "solid-js";
import { useFormat } from "../format.ts";
import { useTownName } from "../places/towns.ts";
import { EvidenceBadge, StageBadge } from "../ui/Badges.tsx";
import { Name } from "../ui/Name.tsx";
import { RuledItem } from "../ui/RuledList.tsx";
import { Time } from "../ui/Time.tsx";
import { useWords } from "../words.ts";
import type { Hit } from "./search.data.ts";
import { linkOf } from "./thing-link.ts";
import { WhyFound } from "./WhyFound.tsx";

interface Description {
	/** Details, parted by dots. */
	meta: JSX.Element[];
	aside?: JSX.Element;
}

/** Something that was found: what it is, its title, the passage that fits, where and in which language. */
export function SearchHit(props: { hit: Hit; like: string | undefined }) {
	const t = useWords();
	const { languageName } = useFormat();
	const link = linkOf(props.hit.thing);
	const description = useDescription(props.hit);
	const language = () => {
		const { language } = props.hit;
		if (!language) return [];
		const name = languageName(language);
		const isTranslated = link.lang !== undefined && link.lang !== language;
		return [isTranslated ? t("search_results.translated", { language: name }) : name];
	};
	const alike = () => {
		const { alike } = props.hit;
		return alike && props.like ? [t("search_results.alike", { percent: alike, place: props.like })] : [];
	};
	return (
		<RuledItem
			href={link.href}
			title={link.title}
			lang={link.lang}
			kicker={t(`search_results.one_${props.hit.kind}`)}
			text={
				props.hit.passage ? (
					<span lang={props.hit.passage.language} innerHTML={props.hit.passage.html} />
				) : undefined
			}
			note={<WhyFound reasons={props.hit.reasons} />}
			meta={[...description.meta, ...alike(), ...language()]}
			aside={description.aside}
		/>
	);
}

/** What is said of each kind of thing. A hit does not change while it is shown. */
function useDescription({ thing }: Hit): Description {
	const t = useWords();
	const townName = useTownName();
	const town = (place: { name: string; countryName: string } | null) => (place ? [townName(place)] : []);
	const figures = (of: { practiceCount: number; peopleCount: number }) => [
		...(of.practiceCount ? [t("search_results.practice_count", { count: of.practiceCount })] : []),
		...(of.peopleCount ? [t("search_results.people_count", { count: of.peopleCount })] : []),
	];
	switch (thing.__typename) {
		case "Practice": {
			const isProven = thing.evidence !== "described";
			const isOver = thing.stage === "failed" || thing.stage === "ended";
			return {
				meta: [...town(thing.place), <Time value={thing.publishedAt} />],
				aside:
					isOver || isProven ? (
						<>
							{isProven && <EvidenceBadge level={thing.evidence} />}
							{isOver && <StageBadge stage={thing.stage} />}
						</>
					) : undefined,
			};
		}
		case "Person":
			return {
				meta: [
					...(thing.jobTitle ? [<Name>{thing.jobTitle}</Name>] : []),
					...(thing.organisation ? [<Name>{thing.organisation.name}</Name>] : []),
					...town(thing.workplace),
				],
			};
		case "Place":
			return {
				meta: [
					<Name>{thing.countryName}</Name>,
					...(thing.population ? [t("search_results.inhabitants", { count: thing.population })] : []),
					...figures(thing),
				],
			};
		case "Topic":
			return { meta: figures(thing) };
		case "Thread":
			return {
				meta: [
					...(thing.topic ? [thing.topic.label] : []),
					t("search_results.post_count", { count: thing.postCount }),
					...(thing.lastPostAt ? [<Time value={thing.lastPostAt} />] : []),
				],
			};
		case "Challenge":
			return {
				meta: [
					...town(thing.place),
					<Time value={thing.createdAt} />,
					...(thing.closedAt ? [t("search_results.closed")] : []),
				],
			};
	}
}

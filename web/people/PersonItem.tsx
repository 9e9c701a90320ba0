import { Show } from "solid-js";
import { useTownName } from "../places/towns.ts";
import { Name } from "../ui/Name.tsx";
import { RuledItem } from "../ui/RuledList.tsx";
import { TopicLinks } from "../ui/TopicLinks.tsx";
import { useWords } from "../words.ts";
import { beginningOf } from "./PlainText.tsx";
import type { PersonSummary } from "./people.data.ts";

/** A person in a list: what they know, who they are, what to ask them. */
export function PersonItem(props: { person: PersonSummary }) {
	const t = useWords();
	const townName = useTownName();
	const place = () => {
		const { place } = props.person;
		return place && townName(place);
	};
	const details = () =>
		[props.person.jobTitle, props.person.organisation?.name, place()]
			.filter((part) => !!part)
			.map((part) => <Name>{part}</Name>);
	return (
		<RuledItem
			href={`/people/${props.person.handle}`}
			title={props.person.name}
			kicker={
				<Show when={props.person.knows.length}>
					<TopicLinks
						topics={props.person.knows
							.slice(0, 4)
							.map((topic) => ({ href: `/topics/${topic.id}`, label: topic.label }))}
					/>
				</Show>
			}
			text={props.person.askMeAbout ? beginningOf(props.person.askMeAbout) : undefined}
			meta={details()}
			aside={
				<Show when={props.person.capacity !== "open"}>
					<span class="meta">{t(`people.capacity_${props.person.capacity}`)}</span>
				</Show>
			}
		/>
	);
}

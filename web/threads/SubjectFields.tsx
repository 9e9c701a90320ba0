import { limits } from "@interurban/contract/limits";
import type { JSX } from "solid-js";
import { suggestPlaces } from "../people/people.data.ts";
import { WhichTown } from "../places/WhichTown.tsx";
import { TopicField } from "../topics/TopicField.tsx";
import { Combobox, type Suggestion } from "../ui/Combobox.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words.ts";

/** What a thread of its own is about: a title, and a topic, a place, both or neither. */
export function SubjectFields(props: {
	title: string;
	topic: Suggestion | null;
	place: Suggestion | null;
	/** Below the title. */
	children?: JSX.Element;
}) {
	const t = useWords();
	return (
		<>
			<TextField
				name="title"
				label={t("thread_pages.newTitle")}
				hint={t("thread_pages.newTitleHint")}
				required
				maxlength={limits.threadTitle}
				value={props.title}
			/>
			{props.children}
			<TopicField
				name="topicId"
				label={t("thread_pages.topic")}
				hint={t("thread_pages.topicHint")}
				max={1}
				optional
				title="title"
				selected={props.topic ? [props.topic] : []}
			/>
			<Combobox
				name="placeId"
				label={t("thread_pages.place")}
				hint={t("thread_pages.placeHint")}
				suggest={suggestPlaces}
				selected={props.place ? [props.place] : []}
			/>
			<WhichTown name="placeId" />
		</>
	);
}

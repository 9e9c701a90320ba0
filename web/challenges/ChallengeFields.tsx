import { limits } from "@interurban/contract/limits";
import { Show } from "solid-js";
import { suggestPlaces } from "../people/people.data.ts";
import { WhichTown } from "../places/WhichTown.tsx";
import { WhatThereIs } from "../similar/WhatThereIs.tsx";
import { SubmitButton } from "../submit-button.tsx";
import { TopicField } from "../topics/TopicField.tsx";
import { Combobox, type Suggestion } from "../ui/Combobox.tsx";
import { MarkdownField } from "../ui/MarkdownField.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words.ts";
import type { WrittenChallenge } from "./challenges.data.ts";

const most = limits.challenge;

/** The fields of a challenge, empty or as its author wrote it. */
export function ChallengeFields(props: {
	challenge: WrittenChallenge | null;
	/** The town that is proposed for a new one. */
	place: { id: string; name: string; countryName: string } | null;
	/** What a new one begins with. */
	start?: { title: string; topic: { id: string; label: string } | null };
	send: string;
}) {
	const t = useWords();
	const place = (): Suggestion[] => {
		const of = props.challenge?.place ?? props.place;
		return of ? [{ value: of.id, label: of.name, detail: of.countryName }] : [];
	};
	const topics = (): Suggestion[] => {
		const of = props.challenge?.topics ?? [props.start?.topic ?? []].flat();
		return of.map((topic) => ({ value: topic.id, label: topic.label }));
	};
	return (
		<>
			<TextField
				name="input.title"
				label={t("challenges.titleLabel")}
				hint={t("challenges.titleHint")}
				required
				maxlength={most.title}
				value={props.challenge?.title ?? props.start?.title}
			/>
			<Show when={!props.challenge}>
				<WhatThereIs title="input.title" />
			</Show>
			<MarkdownField
				name="input.problem"
				label={t("challenges.problem")}
				hint={t("challenges.problemHint")}
				required
				rows={10}
				limit={most.text}
				value={props.challenge?.problem}
			/>
			<MarkdownField
				name="input.constraints"
				label={t("challenges.constraints")}
				hint={t("challenges.constraintsHint")}
				rows={5}
				limit={most.text}
				value={props.challenge?.constraints}
			/>
			<TopicField
				name="input.topicIds"
				label={t("challenges.topics")}
				hint={t("challenges.topicsHint")}
				max={most.topics}
				title="input.title"
				selected={topics()}
			/>
			<Combobox
				name="input.placeId"
				label={t("challenges.place")}
				hint={t("challenges.placeHint")}
				required
				suggest={suggestPlaces}
				selected={place()}
			/>
			<WhichTown name="input.placeId" />
			<TextField
				name="input.neededBy"
				label={t("challenges.neededBy")}
				hint={t("challenges.neededByHint")}
				type="date"
				width="medium"
				value={props.challenge?.neededBy ?? undefined}
			/>
			<p>
				<SubmitButton>{props.send}</SubmitButton>
			</p>
		</>
	);
}

import { execute } from "../execute.ts";
import { TopicsInText, TopicsNamed } from "../generated/operations.ts";
import type { TopicToChooseFragment } from "../generated/types.ts";
import type { Suggestion } from "../ui/Combobox.tsx";

/** A topic as something to choose, with the goals it serves. */
export type TopicChoice = Suggestion & { sdgs: number[] };

/** Topics for what is being typed, by their names in any language. */
export async function suggestTopics(text: string): Promise<TopicChoice[]> {
	const { suggestTopics: found } = await execute(TopicsNamed, { text });
	return found.map(({ topic, name, language }) => {
		const isLabel = name.toLowerCase() === topic.label.toLowerCase();
		return { ...choiceOf(topic), ...(isLabel ? {} : { detail: name, detailLanguage: language }) };
	});
}

/** What somebody has written of something, as far as topics can be found in it. */
export type Written = { title: string; text: string; language: string | null };

/** Topics that a text speaks of, for its author to confirm. */
export async function findTopicsInText(written: Written): Promise<TopicChoice[]> {
	return (await execute(TopicsInText, written)).topicsInText.map(choiceOf);
}

function choiceOf({ id, label, sdgs, broader }: TopicToChooseFragment): TopicChoice {
	return { value: id, label, detail: broader[0]?.label, sdgs: sdgs.map(({ number }) => number) };
}

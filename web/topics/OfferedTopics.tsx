import { createSignal, For, Show } from "solid-js";
import { fieldId } from "../ui/Field.tsx";
import { announce } from "../ui/LiveRegion.tsx";
import { useWords } from "../words.ts";
import { findTopicsInText, type TopicChoice } from "./choosing.data.ts";
import type { Offering } from "./TopicField.tsx";
import { whileWriting } from "./while-writing.ts";

/** Characters of a text that say something. */
const enough = 12;

/** Topics that the form's text speaks of, looked for again while it changes; a tick chooses one. */
export default function OfferedTopics(props: Offering) {
	const t = useWords();
	const [found, setFound] = createSignal<readonly TopicChoice[]>([]);
	let root: HTMLDivElement | undefined;

	const offered = () =>
		props.chosen().length < props.max
			? found().filter(({ value }) => !props.chosen().some((choice) => choice.value === value))
			: [];
	whileWriting(
		() => root,
		props,
		async (written) =>
			written.title.length + written.text.length >= enough ? findTopicsInText(written) : [],
		(topics) => {
			const wereNone = !offered().length;
			setFound(topics);
			if (wereNone && offered().length) announce(t("topic_offers.count", { count: offered().length }));
		},
	);

	const choose = (topic: TopicChoice, item: Element | null) => {
		const next = item?.nextElementSibling ?? item?.previousElementSibling;
		props.choose(topic);
		(next?.querySelector("input") ?? document.getElementById(fieldId(props.name)))?.focus();
	};
	const labelId = () => `${fieldId(props.name)}-found`;
	return (
		<div ref={root}>
			<Show when={offered().length}>
				<div class="topic-offers">
					<p class="hint" id={labelId()}>
						{t("topic_offers.found")}
					</p>
					<ul class="chips" aria-labelledby={labelId()}>
						<For each={offered()}>
							{(topic) => (
								<li>
									<label class="chip chip-offered">
										<input
											type="checkbox"
											onChange={(event) => choose(topic, event.currentTarget.closest("li"))}
										/>
										<bdi>{topic.label}</bdi>
									</label>
								</li>
							)}
						</For>
					</ul>
				</div>
			</Show>
		</div>
	);
}

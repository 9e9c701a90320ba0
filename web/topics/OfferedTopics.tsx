import { createSignal, For, onCleanup, onMount, Show } from "solid-js";
import { fieldsOf } from "../form.tsx";
import { fieldId } from "../ui/Field.tsx";
import { announce } from "../ui/LiveRegion.tsx";
import { useWords } from "../words.ts";
import { findTopicsInText, type TopicChoice } from "./choosing.data.ts";
import type { Offering } from "./TopicField.tsx";
import { writtenIn } from "./written.ts";

/** Characters of a text that say something, and milliseconds without a key. */
const enough = 12;
const pause = 800;

/** Topics that the form's text speaks of, looked for again while it changes; a tick chooses one. */
export default function OfferedTopics(props: Offering) {
	const t = useWords();
	const [found, setFound] = createSignal<readonly TopicChoice[]>([]);
	let root: HTMLDivElement | undefined;

	const offered = () =>
		props.chosen().length < props.max
			? found().filter(({ value }) => !props.chosen().some((choice) => choice.value === value))
			: [];
	onMount(() => {
		const form = root?.closest("form");
		if (!form) return;
		let timer: ReturnType<typeof setTimeout> | undefined;
		let latest = "";
		const look = async () => {
			const written = writtenIn(fieldsOf(form), props);
			const now = JSON.stringify(written);
			if (now === latest) return;
			latest = now;
			const isEnough = written.title.length + written.text.length >= enough;
			const topics = isEnough ? await findTopicsInText(written).catch(() => null) : [];
			if (!topics || now !== latest) return;
			const wereNone = !offered().length;
			setFound(topics);
			if (wereNone && offered().length) announce(t("topic_offers.count", { count: offered().length }));
		};
		const ask = () => {
			clearTimeout(timer);
			timer = setTimeout(look, pause);
		};
		form.addEventListener("input", ask);
		onCleanup(() => {
			clearTimeout(timer);
			form.removeEventListener("input", ask);
		});
		void look();
	});

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

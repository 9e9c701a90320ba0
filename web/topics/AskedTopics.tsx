import { createAsync } from "@solidjs/router";
import { For, Show } from "solid-js";
import { currentRequest } from "../request.ts";
import { fieldId } from "../ui/Field.tsx";
import { useFieldSource } from "../ui/field-source.ts";
import { useWords } from "../words.ts";
import { AskButton } from "./AskButton.tsx";
import { findTopicsInText } from "./choosing.data.ts";
import type { Offering } from "./TopicField.tsx";
import { writtenIn } from "./written.ts";

const action = "topics";

/**
 * The offers for browsers without JavaScript: a button shows the page again with boxes to tick. Rendered on the server
 * only.
 */
export default function AskedTopics(props: Offering) {
	const t = useWords();
	const source = useFieldSource();
	const isAsked = source.action() === action;
	const found = createAsync(async () => {
		const { form } = currentRequest();
		return isAsked && form ? findTopicsInText(writtenIn(form.fields, props)) : [];
	});
	const offered = () =>
		found()?.filter(({ value }) => !props.chosen().some((choice) => choice.value === value));
	const id = () => `${fieldId(props.name)}-found`;
	return (
		<div class="topic-offers without-script" id={id()}>
			<Show when={offered()?.length} fallback={<Show when={isAsked}>{<p>{t("topic_offers.none")}</p>}</Show>}>
				<fieldset>
					<legend class="hint">{t("topic_offers.found")}</legend>
					<ul class="chips">
						<For each={offered()}>
							{(topic) => (
								<li>
									<label class="chip chip-offered">
										<input type="checkbox" name={props.name} value={topic.value} />
										<bdi>{topic.label}</bdi>
									</label>
									<input type="hidden" name={`_label.${topic.value}`} value={topic.label} />
								</li>
							)}
						</For>
					</ul>
				</fieldset>
			</Show>
			<AskButton action={action} answerId={id()} label={t("topic_offers.ask")} />
		</div>
	);
}

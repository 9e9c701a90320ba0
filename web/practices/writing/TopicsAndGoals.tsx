import { limits } from "@interurban/contract/limits";
import { createSignal, For, Show } from "solid-js";
import { TopicField } from "../../topics/TopicField.tsx";
import { Button } from "../../ui/Button.tsx";
import { HintAndError, useField } from "../../ui/Field.tsx";
import { SdgTile } from "../../ui/Sdgs.tsx";
import { useWords } from "../../words.ts";
import { useWriting } from "./context.ts";

/** Topics chosen by typing, and the goals, of which the topics propose some. */
export function TopicsAndGoals() {
	const t = useWords();
	const [proposed, setProposed] = createSignal<readonly number[]>([]);
	return (
		<>
			<TopicField
				name="input.topicIds"
				label={t("practice_form.topics")}
				hint={t("practice_form.topicsHint", { max: limits.practice.topics })}
				max={limits.practice.topics}
				title="input.title"
				language="input.language"
				onChange={(chosen) => setProposed([...new Set(chosen.flatMap(({ sdgs = [] }) => sdgs))])}
			/>
			<Goals proposed={proposed()} />
		</>
	);
}

const name = "input.sdgs";

/** The 17 goals as boxes to tick. */
function Goals(props: { proposed: readonly number[] }) {
	const t = useWords();
	const writing = useWriting();
	const label = () => t("practice_form.sdgs");
	const hint = () => t("practice_form.sdgsHint");
	const state = useField({ name, label: label(), hint: hint(), required: true });
	const first = state.source.values(name);
	const isTicked = (number: number) =>
		writing.fields().some(([field, value]) => field === name && value === String(number));
	const missing = () => props.proposed.filter((number) => !isTicked(number)).sort((a, b) => a - b);
	let group: HTMLFieldSetElement | undefined;
	const tick = () => {
		for (const number of missing()) {
			const box = group?.querySelector<HTMLInputElement>(`input[value="${number}"]`);
			if (box) box.checked = true;
		}
		group?.dispatchEvent(new Event("input", { bubbles: true }));
		group?.querySelector("input")?.focus();
	};
	return (
		<fieldset
			ref={group}
			class="field"
			classList={{ "has-error": state.error() !== undefined }}
			aria-describedby={state.describedBy()}
		>
			<legend class="label">{label()}</legend>
			<HintAndError hint={hint()} state={state} />
			<Show when={missing().length}>
				<p class="row">
					<span class="hint">{t("practice_form.sdgsProposed", { numbers: missing().join(", ") })}</span>
					<Button kind="quiet" type="button" onClick={tick}>
						{t("practice_form.sdgsTake")}
					</Button>
				</p>
			</Show>
			<div class="goals">
				<For each={writing.choices.sdgs}>
					{(sdg) => (
						<label class="choice">
							<input
								type="checkbox"
								id={sdg.number === 1 ? state.id() : `${state.id()}-${sdg.number}`}
								name={name}
								value={sdg.number}
								checked={first.includes(String(sdg.number))}
							/>
							<span class="goal">
								<span aria-hidden="true">
									<SdgTile number={sdg.number} label={sdg.title} />
								</span>
								<span class="visually-hidden">{sdg.number}</span> {sdg.title}
							</span>
						</label>
					)}
				</For>
			</div>
		</fieldset>
	);
}

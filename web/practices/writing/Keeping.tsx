import { Show } from "solid-js";
import { Form } from "../../form.tsx";
import { Button, LinkButton } from "../../ui/Button.tsx";
import { Section } from "../../ui/Section.tsx";
import { Time } from "../../ui/Time.tsx";
import { useWords } from "../../words.ts";
import { confirmPracticeForm } from "../editing.forms.ts";
import type { EditablePractice } from "./merge.ts";

/** What else its editors do with a practice: say that it still holds, translate it, look back, take it away. */
export function Keeping(props: { practice: EditablePractice }) {
	const t = useWords();
	const address = () => `/practices/${props.practice.slug}`;
	return (
		<Section id="keeping" title={t("practice_edit.keeping")}>
			<div class="stack narrow">
				<p>
					{t("practice_edit.confirmText")}{" "}
					<Show when={props.practice.checkedOn}>
						{(day) => (
							<span class="meta">
								{t("practice_edit.confirmedOn")} <Time value={day()} />
							</span>
						)}
					</Show>
				</p>
				<Form of={confirmPracticeForm}>
					<input type="hidden" name="id" value={props.practice.id} />
					<Button>{t("practice_edit.confirm")}</Button>
				</Form>
				<p class="row">
					<LinkButton href={`${address()}/translate`}>{t("practice_edit.translate")}</LinkButton>
					<LinkButton href={`${address()}/revisions`}>{t("practice_edit.history")}</LinkButton>
					<Show when={props.practice.viewerCanWithdraw}>
						<LinkButton href={`${address()}/withdraw`} kind="danger">
							{t("practice_edit.withdraw")}
						</LinkButton>
					</Show>
				</p>
			</div>
		</Section>
	);
}

import { type JSX, Show } from "solid-js";
import { useForm } from "../../form.tsx";
import { Button } from "../../ui/Button.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useWords } from "../../words.ts";

/** The end of the form: publish or save, look at it first, keep it for later. */
export function Actions(props: { isNew: boolean; onPreview: () => void; children: JSX.Element }) {
	const t = useWords();
	const form = useForm();
	return (
		<div class="form-end">
			<Show when={!props.isNew}>
				<TextField name="summary" label={t("practice_form.summary")} hint={t("practice_form.summaryHint")} />
			</Show>
			<div class="row">
				<Button kind="primary" busy={form.busy()}>
					{props.isNew ? t("practice_form.publish") : t("practice_form.save")}
				</Button>
				<Button
					type="submit"
					name="_action"
					value="preview"
					unchecked
					onClick={(event) => {
						event.preventDefault();
						props.onPreview();
					}}
				>
					{t("practice_form.preview")}
				</Button>
				<span class="without-script">
					<Button name="_action" value="draft" unchecked>
						{t("practice_form.saveDraft")}
					</Button>
				</span>
			</div>
			{props.children}
		</div>
	);
}

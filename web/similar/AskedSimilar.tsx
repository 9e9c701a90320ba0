import { createAsync } from "@solidjs/router";
import { Show } from "solid-js";
import { currentRequest } from "../request.ts";
import { AskButton } from "../topics/AskButton.tsx";
import { type TextFields, writtenIn } from "../topics/written.ts";
import { fieldId } from "../ui/Field.tsx";
import { useFieldSource } from "../ui/field-source.ts";
import { useWords } from "../words.ts";
import { SimilarList } from "./SimilarList.tsx";
import { findSimilar } from "./similar.data.ts";

const action = "similar";

/** For browsers without JavaScript: a button shows the page again with what there is. Rendered on the server only. */
export default function AskedSimilar(props: TextFields) {
	const t = useWords();
	const isAsked = useFieldSource().action() === action;
	const found = createAsync(async () => {
		const { form } = currentRequest();
		if (!isAsked || !form) return [];
		return findSimilar(writtenIn(form.fields, props));
	});
	const id = () => `${fieldId(props.title)}-similar`;
	return (
		<div class="similar without-script" id={id()}>
			<Show when={found()?.length} fallback={<Show when={isAsked}>{<p>{t("similar.none")}</p>}</Show>}>
				{(count) => (
					<>
						<p>
							<strong>{t("similar.found", { count: count() })}</strong>
						</p>
						<SimilarList found={found() ?? []} />
					</>
				)}
			</Show>
			<AskButton action={action} answerId={id()} label={t("similar.ask")} />
		</div>
	);
}

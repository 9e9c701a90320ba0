import { createAsync } from "@solidjs/router";
import { For, Show } from "solid-js";
import { useFormat } from "../format.ts";
import { RadioGroup } from "../ui/Choices.tsx";
import { Prose } from "../ui/Prose.tsx";
import { useWords } from "../words.ts";
import { mentionField } from "./chosen-mentions.ts";
import { getPostPreview } from "./threads.data.ts";

/** A text as it will be seen, who hears of it, and whom it means where that is not clear; inside of its form. */
export default function PostPreview(props: { threadId: string; body: string }) {
	const t = useWords();
	const { list } = useFormat();
	const preview = createAsync(() => getPostPreview(props.threadId, props.body));
	const named = () => preview()?.mentions.flatMap(({ person }) => person?.name ?? []) ?? [];
	const unclear = () => preview()?.mentions.filter(({ person }) => !person) ?? [];
	return (
		<Show when={preview()}>
			{(found) => (
				<section class="stack" id="preview" aria-labelledby="preview-title" tabindex="-1">
					<h3 id="preview-title">{t("mentions.title")}</h3>
					<Prose html={found().html} class="prose-preview" />
					<Show when={found().postReach}>{(count) => <p>{t("threads.reach", { count: count() })}</p>}</Show>
					<Show when={named().length}>
						<p>{t("mentions.named", { names: list(named()) })}</p>
					</Show>
					<For each={unclear()}>
						{({ typed, candidates }) => (
							<Show
								when={candidates.length}
								fallback={<p class="meta">{t("mentions.unknown", { typed })}</p>}
							>
								<RadioGroup
									name={mentionField(typed)}
									label={t("mentions.which", { typed })}
									required
									value={candidates[0]?.handle ?? ""}
									options={[
										...candidates.map(({ handle, name, organisation, place }) => ({
											value: handle,
											label: name,
											hint: organisation?.name ?? place?.name,
										})),
										{ value: "", label: t("mentions.nobody") },
									]}
								/>
							</Show>
						)}
					</For>
				</section>
			)}
		</Show>
	);
}

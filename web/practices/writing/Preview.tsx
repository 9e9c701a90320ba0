import type { Fields } from "@interurban/contract/rendering";
import { createAsync } from "@solidjs/router";
import { type JSX, onMount, Show } from "solid-js";
import { Lead } from "../../ui/Headline.tsx";
import { SdgTiles } from "../../ui/Sdgs.tsx";
import { TopicLinks } from "../../ui/TopicLinks.tsx";
import { useWords } from "../../words.ts";
import { PracticeBody } from "../PracticeBody.tsx";
import { PracticeFacts } from "../PracticeFacts.tsx";
import { inputOf, previewOf, textsOf } from "./preview.ts";
import { type FormChoices, getPreview } from "./writing.data.ts";

/** The practice as readers will see it, with what to do next. */
export default function Preview(props: {
	fields: Fields;
	choices: FormChoices;
	author: { handle: string; name: string } | null;
	children: JSX.Element;
}) {
	const t = useWords();
	const input = () => inputOf(props.fields);
	const html = createAsync(() => getPreview(textsOf(input())));
	let region: HTMLElement | undefined;
	onMount(() => region?.focus());
	return (
		<section
			ref={region}
			class="preview"
			id="preview"
			tabindex="-1"
			aria-label={t("practice_form.previewTitle")}
		>
			<div class="preview-bar">
				<p>{t("practice_form.previewTitle")}</p>
				<div class="row">{props.children}</div>
			</div>
			<Show when={html()}>
				{(texts) => {
					const practice = () => previewOf(input(), texts(), props);
					return (
						<div class="page with-margin">
							<div class="page-head">
								<div class="headline">
									<TopicLinks
										topics={practice().topics.map(({ id, label }) => ({ href: `/topics/${id}`, label }))}
									/>
									<h2 class="preview-title" lang={practice().language} dir="auto">
										{practice().title || "…"}
									</h2>
								</div>
								<Lead lang={practice().language}>{practice().claim}</Lead>
								<SdgTiles sdgs={practice().sdgs.map(({ number, title }) => ({ number, label: title }))} />
							</div>
							<div class="page-margin">
								<PracticeFacts practice={practice()} />
							</div>
							<div class="page-body">
								<PracticeBody practice={practice()} />
							</div>
						</div>
					);
				}}
			</Show>
		</section>
	);
}

import type { Fields } from "@interurban/contract/rendering";
import { For, type JSX } from "solid-js";
import { ProgressBar } from "../../ui/ProgressBar.tsx";
import { useWords } from "../../words.ts";
import { progressOf } from "./fields.ts";

/** Beside the form: how far it has come, its sections, and what became of the draft. */
export function Margin(props: { fields: Fields; children: JSX.Element }) {
	const t = useWords();
	const progress = () => progressOf(props.fields);
	const sections = () => [
		{ id: "part-essentials", label: `1 ${t("practice_form.essentials")}` },
		{ id: "part-story", label: `2 ${t("practice_form.story")}` },
		{ id: "part-figures", label: `3 ${t("practice_form.figures")}` },
		{ id: "part-blocks", label: `4 ${t("practice_form.blocks")}` },
		{ id: "part-lessons", label: `5 ${t("practice_form.lessonsPart")}` },
		{ id: "part-conditions", label: `6 ${t("practice_form.conditions")}` },
		{ id: "part-sources", label: `7 ${t("practice_form.sourcesPart")}` },
	];
	const open = (id: string) => {
		const section = document.getElementById(id);
		if (section instanceof HTMLDetailsElement) section.open = true;
	};
	return (
		<div class="form-margin">
			<ProgressBar
				label={t("practice_form.needed", progress())}
				value={progress().filled}
				max={progress().total}
			/>
			<nav class="wide-only" aria-label={t("practice_form.contents")}>
				<ul class="plain">
					<For each={sections()}>
						{(section) => (
							<li>
								<a href={`#${section.id}`} onClick={() => open(section.id)}>
									{section.label}
								</a>
							</li>
						)}
					</For>
				</ul>
			</nav>
			{props.children}
		</div>
	);
}

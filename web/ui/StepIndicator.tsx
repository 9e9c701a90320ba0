import { For, Show } from "solid-js";
import { useWords } from "../words.ts";
import { Link } from "./Link.tsx";

/** Where one is in a short sequence. Steps already done may lead back. */
export function StepIndicator(props: {
	steps: readonly { label: string; href?: string | undefined }[];
	/** Index of the present step. */
	current: number;
}) {
	const t = useWords();
	return (
		<ol class="steps" aria-label={t("ui.step", { number: props.current + 1, total: props.steps.length })}>
			<For each={props.steps}>
				{(step, index) => (
					<li aria-current={index() === props.current ? "step" : undefined}>
						<span>{index() + 1}</span>
						<Show when={index() !== props.current && step.href} fallback={step.label}>
							{(href) => <Link href={href()}>{step.label}</Link>}
						</Show>
						<Show when={index() < props.current}>
							<span class="visually-hidden">({t("ui.stepDone")})</span>
						</Show>
					</li>
				)}
			</For>
		</ol>
	);
}

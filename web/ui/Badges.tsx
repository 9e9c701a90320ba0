import type { EvidenceLevel, Stage } from "@interurban/contract/vocabulary";
import { For } from "solid-js";
import { type Translate, useWords } from "../words.ts";

/** The word for an evidence level. */
function evidenceWord(t: Translate, level: EvidenceLevel): string {
	const words = {
		described: t("ui.evidenceDescribed"),
		measured: t("ui.evidenceMeasured"),
		evaluated: t("ui.evidenceEvaluated"),
		repeated: t("ui.evidenceRepeated"),
	};
	return words[level];
}

/** The word for a stage, e.g. for a choice in a form. */
export function stageWord(t: Translate, stage: Stage): string {
	const words = {
		idea: t("ui.stageIdea"),
		pilot: t("ui.stagePilot"),
		running: t("ui.stageRunning"),
		scaled_up: t("ui.stageScaledUp"),
		ended: t("ui.stageEnded"),
		failed: t("ui.stageFailed"),
	};
	return words[stage];
}

const steps: EvidenceLevel[] = ["described", "measured", "evaluated", "repeated"];

/** How well a practice is proven: four marks, as many filled as steps were reached, and the word. */
export function EvidenceBadge(props: { level: EvidenceLevel }) {
	const t = useWords();
	const reached = () => steps.indexOf(props.level);
	return (
		<span class="badge tone-petrol">
			<svg class="evidence-marks" viewBox="0 0 38 8" width="38" height="8" aria-hidden="true">
				<For each={steps}>
					{(_, index) => (
						<rect
							x={index() * 10 + 0.5}
							y="0.5"
							width="7"
							height="7"
							stroke="currentcolor"
							fill={index() <= reached() ? "currentcolor" : "none"}
						/>
					)}
				</For>
			</svg>
			{evidenceWord(t, props.level)}
		</span>
	);
}

/** How far a practice has come. A failure is stated as plainly as a success. */
export function StageBadge(props: { stage: Stage }) {
	const t = useWords();
	return <span class="badge badge-box">{stageWord(t, props.stage)}</span>;
}

import type { Issue } from "@interurban/contract/errors";
import { For } from "solid-js";
import { useErrorWords } from "../errors.ts";

/** Why what was pressed was refused. */
export default function PressIssues(props: { issues: readonly Issue[] }) {
	const words = useErrorWords();
	return (
		<div role="alert">
			<For each={props.issues}>{(issue) => <p class="field-error">{words(issue)}</p>}</For>
		</div>
	);
}

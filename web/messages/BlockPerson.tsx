import { useWords } from "../words.ts";
import { BlockForm } from "./BlockForm.tsx";

/** What blocking somebody means, on their own page. */
export default function BlockPerson(props: {
	person: { handle: string; name: string; viewerHasBlocked: boolean };
}) {
	const t = useWords();
	return (
		<details open={props.person.viewerHasBlocked}>
			<summary>
				{t(props.person.viewerHasBlocked ? "messages.unblock" : "messages.block", {
					name: props.person.name,
				})}
			</summary>
			<div class="stack">
				<p class="hint">{t("messages.block_text")}</p>
				<BlockForm person={props.person} next={`/people/${props.person.handle}`} />
			</div>
		</details>
	);
}

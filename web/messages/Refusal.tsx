import { Show } from "solid-js";
import { useWords } from "../words.ts";
import { BlockForm } from "./BlockForm.tsx";
import type { FullConversation } from "./messages.data.ts";

/** Why one cannot write here. */
export function Refusal(props: { conversation: FullConversation; viewer: string }) {
	const t = useWords();
	const blocked = () =>
		props.conversation.direct
			? props.conversation.participants.find(({ person }) => person.viewerHasBlocked)?.person
			: undefined;
	return (
		<Show when={props.conversation.refusal}>
			{(refusal) => (
				<div class="stack">
					<p>{t(`messages.refusal_${refusal()}`)}</p>
					<Show when={refusal() === "blocked" && blocked()}>
						{(person) => <BlockForm person={person()} next={`/messages/${props.conversation.id}`} />}
					</Show>
				</div>
			)}
		</Show>
	);
}

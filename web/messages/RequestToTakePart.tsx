import { Show } from "solid-js";
import { Form } from "../form.tsx";
import { SubmitButton } from "../submit-button.tsx";
import { Button } from "../ui/Button.tsx";
import { Link } from "../ui/Link.tsx";
import { Notice } from "../ui/Notice.tsx";
import { useWords } from "../words.ts";
import { BlockForm } from "./BlockForm.tsx";
import { type FullConversation, refreshConversation } from "./messages.data.ts";
import { acceptConversationForm, declineConversationForm } from "./messages.forms.ts";

/** Somebody would like to write to the reader: what to do about it. */
export function RequestToTakePart(props: { conversation: FullConversation }) {
	const t = useWords();
	const id = () => <input type="hidden" name="id" value={props.conversation.id} />;
	const title = () =>
		t(props.conversation.direct ? "messages.request_of" : "messages.request_group", {
			name: props.conversation.requestedBy?.name ?? "",
		});
	return (
		<Notice kind="info" title={title()}>
			<p>{t("messages.request_text")}</p>
			<div class="row">
				<Form of={acceptConversationForm} onDone={refreshConversation}>
					{id()}
					<SubmitButton>{t("messages.accept")}</SubmitButton>
				</Form>
				<Form of={declineConversationForm}>
					{id()}
					<Button>{t("messages.decline")}</Button>
				</Form>
				<Show when={props.conversation.requestedBy}>
					{(person) => <BlockForm person={person()} next="/messages?done=declined" />}
				</Show>
				<Link href={`/report?thread=${props.conversation.id}&post=1`} rel="nofollow">
					{t("threads.report")}
				</Link>
			</div>
		</Notice>
	);
}

import { limits } from "@interurban/contract/limits";
import { createAsync, useLocation } from "@solidjs/router";
import { Show } from "solid-js";
import { ClientId } from "../client-id.tsx";
import { Form } from "../form.tsx";
import { Head } from "../head.tsx";
import { suggestPeople } from "../people/people.data.ts";
import { ToSignIn } from "../people/ToSignIn.tsx";
import { getViewer } from "../shell/shell.data.ts";
import { SubmitButton } from "../submit-button.tsx";
import { ChosenByTyping } from "../ui/ChosenByTyping.tsx";
import { Headline } from "../ui/Headline.tsx";
import { MarkdownField } from "../ui/MarkdownField.tsx";
import { Page } from "../ui/Page.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words.ts";
import { getNewMessage } from "./messages.data.ts";
import { startConversationForm } from "./messages.forms.ts";

/** Writes to one or several people. */
export default function NewMessagePage() {
	const t = useWords();
	const { query } = useLocation();
	const viewer = createAsync(() => getViewer());
	const handles = () => [query.to ?? []].flat().filter(Boolean);
	const about = () => (typeof query.practice === "string" ? query.practice : null);
	const start = createAsync(() => getNewMessage(handles(), about()));
	return (
		<Show when={viewer()}>
			{(found) => (
				<Show when={found().viewer} fallback={<ToSignIn />}>
					<Page head={<Headline plain>{t("messages.new")}</Headline>}>
						<Head title={t("messages.new")} noIndex />
						<Show when={start()}>{(first) => <NewMessage first={first()} />}</Show>
					</Page>
				</Show>
			)}
		</Show>
	);
}

function NewMessage(props: { first: Awaited<ReturnType<typeof getNewMessage>> }) {
	const t = useWords();
	const subject = () => {
		const { practice } = props.first;
		if (!practice) return "";
		return `[${practice.title.replace(/[\\[\]*_`<>]/g, "\\$&")}](/practices/${practice.slug})\n\n`;
	};
	return (
		<Form of={startConversationForm} class="form narrow">
			<ClientId />
			<ChosenByTyping
				name="handles"
				label={t("messages.to")}
				hint={t("messages.to_hint")}
				multiple
				selected={props.first.people}
				suggest={suggestPeople}
			/>
			<TextField
				name="name"
				label={t("messages.group_name")}
				hint={t("messages.group_name_hint")}
				maxlength={limits.conversation.name}
			/>
			<MarkdownField
				name="body"
				label={t("messages.body")}
				hint={t("messages.body_hint")}
				required
				rows={8}
				limit={limits.post}
				value={subject()}
			/>
			<p>
				<SubmitButton>{t("messages.send")}</SubmitButton>
			</p>
		</Form>
	);
}

import { createAsync } from "@solidjs/router";
import { Show } from "solid-js";
import { useAddress } from "../ui/address.ts";
import { Button } from "../ui/Button.tsx";
import { SearchField, TypeAheadContext } from "../ui/SearchField.tsx";
import { type Option, SelectField } from "../ui/SelectField.tsx";
import { useWords } from "../words.ts";
import { useConversationName } from "./conversation-name.ts";
import { getMessageFilters, type Question } from "./messages.data.ts";

/** Looks through one's own messages; once there is a question, it can be narrowed to a conversation and a person. */
export function SearchMessages(props: { question?: Question }) {
	const t = useWords();
	return (
		<Show
			when={props.question}
			fallback={
				<TypeAheadContext.Provider value={undefined}>
					<div class="narrow">
						<SearchField id="message-search" action="/messages" label={t("messages.search")} />
					</div>
				</TypeAheadContext.Provider>
			}
		>
			{(question) => <Narrowed question={question()} />}
		</Show>
	);
}

function Narrowed(props: { question: Question }) {
	const t = useWords();
	const address = useAddress();
	const nameOf = useConversationName();
	const filters = createAsync(() => getMessageFilters());
	const conversations = (): Option[] =>
		(filters()?.conversations ?? []).map((one) => ({ value: one.id, label: nameOf(one) }));
	return (
		<search>
			<form class="message-search" method="get" action={address("/messages")}>
				<div class="message-search-text">
					<label class="label" for="message-search">
						{t("messages.search")}
					</label>
					<input
						class="input"
						id="message-search"
						type="search"
						name="q"
						value={props.question.text}
						dir="auto"
						maxlength={200}
						autocomplete="off"
						enterkeyhint="search"
					/>
				</div>
				<SelectField
					name="from"
					label={t("messages.search_from")}
					empty={t("messages.search_anybody")}
					required
					options={filters()?.people ?? []}
					value={props.question.author ?? ""}
				/>
				<SelectField
					name="in"
					label={t("messages.search_in")}
					empty={t("messages.search_everywhere")}
					required
					options={conversations()}
					value={props.question.conversationId ?? ""}
				/>
				<Button kind="primary">{t("ui.search")}</Button>
			</form>
		</search>
	);
}

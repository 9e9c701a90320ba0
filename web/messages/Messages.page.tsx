import { createAsync, revalidate, useLocation } from "@solidjs/router";
import { createEffect, on, Show } from "solid-js";
import { Head } from "../head.tsx";
import type { Preload } from "../page.ts";
import { ToSignIn } from "../people/ToSignIn.tsx";
import { LinkButton } from "../ui/Button.tsx";
import { Headline, Lead } from "../ui/Headline.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Page } from "../ui/Page.tsx";
import { useWords } from "../words.ts";
import { ConversationLists } from "./ConversationLists.tsx";
import { FoundMessages } from "./FoundMessages.tsx";
import { getConversations, getMessageFilters, questionIn, searchMessages } from "./messages.data.ts";
import { SearchMessages } from "./SearchMessages.tsx";
import { messagesVersion } from "./unread-messages.ts";

const textIn = (value: unknown): string | null => (typeof value === "string" && value ? value : null);

export const preload: Preload = ({ location: { query } }) => {
	const question = questionIn(query);
	return question
		? Promise.all([searchMessages(question, textIn(query.after)), getMessageFilters()])
		: getConversations(textIn(query.after));
};

/** One's conversations, requests apart, and what is found in them. */
export default function MessagesPage() {
	const t = useWords();
	const { query } = useLocation();
	const question = () => questionIn(query);
	const after = () => (question() ? null : textIn(query.after));
	const data = createAsync(() => getConversations(after()));
	const found = createAsync(async () => {
		const asked = question();
		return asked ? searchMessages(asked, textIn(query.after)) : null;
	});
	const done = () => (["declined", "left"] as const).find((known) => known === query.done);
	createEffect(on(messagesVersion, () => void revalidate(getConversations.key), { defer: true }));
	return (
		<Page
			head={
				<>
					<Headline plain>{t("messages.title")}</Headline>
					<Lead>{t("messages.lead")}</Lead>
					<p class="row">
						<LinkButton href="/messages/new" kind="primary">
							{t("messages.new")}
						</LinkButton>
					</p>
				</>
			}
		>
			<Head title={t("messages.title")} noIndex />
			<Show when={done()}>
				{(what) => (
					<Notice kind="success" live>
						{t(`messages.${what()}`)}
					</Notice>
				)}
			</Show>
			<Show when={data()}>
				{(lists) => (
					<Show when={lists().viewer} fallback={<ToSignIn />}>
						{
							<div class="stack">
								<Show when={question()} fallback={<SearchMessages />}>
									{(asked) => <SearchMessages question={asked()} />}
								</Show>
								<Show
									when={question()}
									fallback={<ConversationLists lists={lists()} later={after() !== null} />}
								>
									{(asked) => (
										<Show when={found()}>
											{(hits) => (
												<FoundMessages
													question={asked()}
													items={hits().messages.items}
													next={hits().messages.nextCursor}
												/>
											)}
										</Show>
									)}
								</Show>
							</div>
						}
					</Show>
				)}
			</Show>
		</Page>
	);
}

import { Show } from "solid-js";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Pager } from "../ui/Pager.tsx";
import { RuledList } from "../ui/RuledList.tsx";
import { Section } from "../ui/Section.tsx";
import { useWords } from "../words.ts";
import { ConversationItem } from "./ConversationItem.tsx";
import type { Conversations } from "./messages.data.ts";

/** Requests, then conversations; on a later page these alone. */
export function ConversationLists(props: { lists: Conversations; later: boolean }) {
	const t = useWords();
	const requests = () => props.lists.requests;
	const conversations = () => props.lists.conversations.items;
	const viewer = () => props.lists.viewer?.handle;
	return (
		<>
			<Show when={requests().length}>
				<Section id="requests" title={t("messages.requests")}>
					<p class="hint">{t("messages.requests_lead")}</p>
					<RuledList items={requests()}>
						{(conversation) => <ConversationItem conversation={conversation} viewer={viewer()} />}
					</RuledList>
				</Section>
			</Show>
			<Show
				when={conversations().length}
				fallback={
					<Show when={!requests().length}>
						<h2 class="visually-hidden">{t("messages.conversations")}</h2>
						<EmptyState
							title={t("messages.none")}
							action={{ href: "/people", label: t("messages.none_action") }}
						>
							{t("messages.none_text")}
						</EmptyState>
					</Show>
				}
			>
				<Section id="conversations" title={t("messages.conversations")}>
					<RuledList items={conversations()}>
						{(conversation) => <ConversationItem conversation={conversation} viewer={viewer()} />}
					</RuledList>
				</Section>
				<Pager
					next={
						props.lists.conversations.nextCursor
							? `/messages?after=${props.lists.conversations.nextCursor}`
							: undefined
					}
					first={props.later ? "/messages" : undefined}
				/>
			</Show>
		</>
	);
}

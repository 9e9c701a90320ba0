import { For, Show } from "solid-js";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Pager } from "../ui/Pager.tsx";
import { RuledItem, RuledList } from "../ui/RuledList.tsx";
import { Section } from "../ui/Section.tsx";
import { Time } from "../ui/Time.tsx";
import { useWords } from "../words.ts";
import { useConversationName } from "./conversation-name.ts";
import type { FoundMessage, Question } from "./messages.data.ts";

/** Messages that were looked for, with the passages where the words are. */
export function FoundMessages(props: {
	question: Question;
	items: readonly FoundMessage[];
	next: string | null;
}) {
	const t = useWords();
	const nameOf = useConversationName();
	const further = (cursor: string) => {
		const { text, conversationId, author } = props.question;
		const fields = { q: text, in: conversationId ?? "", from: author ?? "", after: cursor };
		return `/messages?${new URLSearchParams(Object.entries(fields).filter(([, value]) => value))}`;
	};
	return (
		<Section id="found" title={t("messages.found", { text: props.question.text })}>
			<Show
				when={props.items.length}
				fallback={
					<EmptyState
						title={t("messages.found_none")}
						action={{ href: "/messages", label: t("messages.all") }}
					/>
				}
			>
				<RuledList items={props.items}>
					{({ conversation, post, passage }) => (
						<RuledItem
							href={`/messages/${conversation.id}?post=${post.number}#post-${post.number}`}
							title={nameOf(conversation)}
							text={
								<span lang={post.language}>
									<For each={passage}>
										{({ text, marked }) => (
											<Show when={marked} fallback={text}>
												<mark>{text}</mark>
											</Show>
										)}
									</For>
								</span>
							}
							meta={[<bdi>{post.author.name}</bdi>, <Time value={post.createdAt} format="datetime" />]}
						/>
					)}
				</RuledList>
				<Pager next={props.next ? further(props.next) : undefined} />
			</Show>
		</Section>
	);
}

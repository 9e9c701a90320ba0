import { Show } from "solid-js";
import { RuledItem } from "../ui/RuledList.tsx";
import { Time } from "../ui/Time.tsx";
import { useWords } from "../words.ts";
import { useConversationName } from "./conversation-name.ts";
import type { ConversationSummary } from "./messages.data.ts";

/** A conversation in the list of one's own. */
export function ConversationItem(props: { conversation: ConversationSummary; viewer: string | undefined }) {
	const t = useWords();
	const nameOf = useConversationName();
	const text = () => {
		const post = props.conversation.lastPost;
		if (!post) return "";
		const words = post.deleted ? t("messages.deleted") : post.excerpt;
		return post.author.handle === props.viewer
			? t("messages.you", { text: words })
			: t("messages.by", { name: post.author.name, text: words });
	};
	return (
		<div class="conversation-item" classList={{ "is-unread": props.conversation.unread > 0 }}>
			<RuledItem
				href={`/messages/${props.conversation.id}`}
				title={nameOf(props.conversation)}
				text={text()}
				meta={[
					<Show when={props.conversation.lastPost}>
						{(post) => <Time value={post().createdAt} format="datetime" />}
					</Show>,
					...(props.conversation.direct
						? []
						: [t("messages.people", { count: props.conversation.others.length + 1 })]),
				]}
				aside={
					<Show when={props.conversation.unread}>
						{(count) => (
							<span class="count">
								<span aria-hidden="true">{count() > 99 ? "99+" : count()}</span>
								<span class="visually-hidden">{t("messages.unread", { count: count() })}</span>
							</span>
						)}
					</Show>
				}
			/>
		</div>
	);
}

import { Show } from "solid-js";
import { postPath, threadPath, unreadPath } from "../threads/threads.data.ts";
import { Name } from "../ui/Name.tsx";
import { RuledItem } from "../ui/RuledList.tsx";
import { Time } from "../ui/Time.tsx";
import { useWords } from "../words.ts";
import type { InboxEntry } from "./inbox.data.ts";

/** An entry of the inbox: where it is, why it is here, what was written last, by whom and when. */
export function InboxItem(props: { entry: InboxEntry; viewer: string }) {
	const t = useWords();
	const thread = () => props.entry.thread;
	const others = () =>
		(props.entry.conversation?.participants ?? [])
			.filter(({ person }) => person.handle !== props.viewer)
			.map(({ person }) => person.name);
	const title = () =>
		props.entry.conversation?.name || thread().title || others().join(t("inbox.comma")) || t("inbox.alone");
	const path = () => (props.entry.conversation ? `/messages/${thread().id}` : threadPath(thread()));
	const recall = () => thread().viewerFollowing?.recallNumber;
	const href = () => {
		const number = recall();
		return number ? postPath(thread(), number) : unreadPath(path());
	};
	const unread = () => (props.entry.isUnread ? (thread().viewerFollowing?.unread ?? 0) : 0);
	const subject = () => {
		const { topic, practice, challenge } = thread();
		if (topic) return topic.label;
		if (practice) return t("inbox.ofPractice");
		return challenge ? t("inbox.ofChallenge") : null;
	};
	return (
		<RuledItem
			href={href()}
			title={title()}
			lang={props.entry.conversation ? undefined : thread().language}
			kicker={
				<>
					{t(`inbox.reason_${props.entry.reason}`)}
					<Show when={subject()}>
						{(name) => (
							<>
								{" "}
								· <Name>{name()}</Name>
							</>
						)}
					</Show>
				</>
			}
			note={
				<Show when={thread().lastPost}>
					{(post) => (
						<p>
							<b>
								<Name>{post().author.name}</Name>:
							</b>{" "}
							<Show when={!post().deleted} fallback={<span class="meta">{t("inbox.deleted")}</span>}>
								<bdi lang={post().language}>{post().excerpt}</bdi>
							</Show>
						</p>
					)}
				</Show>
			}
			meta={[
				...(recall() ? [<strong class="new">{t("inbox.recalled")}</strong>] : []),
				...(unread() ? [<strong class="new">{t("inbox.unread", { count: unread() })}</strong>] : []),
				<Show when={thread().lastPostAt}>{(at) => <Time value={at()} format="datetime" />}</Show>,
			]}
		/>
	);
}

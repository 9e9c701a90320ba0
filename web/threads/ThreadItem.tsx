import { Show } from "solid-js";
import type { ThreadsQuery } from "../generated/types.ts";
import { Name } from "../ui/Name.tsx";
import { RuledItem } from "../ui/RuledList.tsx";
import { Time } from "../ui/Time.tsx";
import { useWords } from "../words.ts";
import { threadPath, unreadPath } from "./threads.data.ts";

export type ThreadSummary = ThreadsQuery["threads"]["items"][number];

/** A thread in a list. */
export function ThreadItem(props: { thread: ThreadSummary }) {
	const t = useWords();
	/** What came since the reader was here. */
	const unread = () => {
		const { readNumber, unread: count } = props.thread.viewerFollowing ?? {};
		return typeof readNumber === "number" ? (count ?? 0) : 0;
	};
	return (
		<RuledItem
			href={unread() ? unreadPath(threadPath(props.thread)) : threadPath(props.thread)}
			title={props.thread.title}
			lang={props.thread.language}
			kicker={
				props.thread.topic?.label ??
				props.thread.place?.name ??
				t(
					props.thread.practice
						? "threads.ofPractice"
						: props.thread.challenge
							? "threads.ofChallenge"
							: "threads.onItsOwn",
				)
			}
			meta={[
				t("threads.count", { count: props.thread.postCount }),
				...(unread() ? [<strong class="new">{t("threads.unread", { count: unread() })}</strong>] : []),
				<Show when={props.thread.lastPost}>{(post) => <Name>{post().author.name}</Name>}</Show>,
				<Show when={props.thread.lastPostAt}>{(at) => <Time value={at()} format="datetime" />}</Show>,
			]}
		/>
	);
}

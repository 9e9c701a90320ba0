import { createEffect, onCleanup, onMount, Show, Suspense } from "solid-js";
import { isServer } from "solid-js/web";
import { newHits } from "../alerts/new-hits.ts";
import { whenIdle } from "../idle.ts";
import { InboxLink } from "../inbox/InboxLink.tsx";
import { unreadThreads } from "../inbox/unread-threads.ts";
import { isHelpOpen } from "../keys/open-help.ts";
import { unreadMessages } from "../messages/unread-messages.ts";
import { keepSending } from "../outbox/keep-sending.ts";
import { waitingPosts } from "../outbox/waiting.ts";
import { part } from "../part.ts";
import { SignOut } from "../people/SignOut.tsx";
import { currentRequest } from "../request.ts";
import { AccountMenu } from "../ui/AccountMenu.tsx";
import { NewMark } from "../ui/NewMark.tsx";
import { useWords } from "../words.ts";
import type { Member } from "./shell.data.ts";

const KeyHelp = part(() => import("../keys/KeyHelp.tsx"), ["keys"]);

/** What a member has in the masthead, with what is new for them. Visitors load none of it. */
export default function MemberMenu(props: { viewer: Member; path: string }) {
	const t = useWords();
	const news = useNewsOf(props);
	const item = (href: string, label: string) => ({ href, label, current: props.path === href });
	if (isServer) currentRequest().modules.add("shell/MemberMenu.tsx");
	onMount(() =>
		createEffect(() => {
			if (!props.viewer.useKeys) return;
			let stop: (() => void) | undefined;
			onCleanup(() => stop?.());
			whenIdle()
				.then(() => import("../keys/keys.ts"))
				.then(({ startKeys }) => {
					stop = startKeys();
				})
				.catch(() => {});
		}),
	);
	onMount(() =>
		createEffect(() => {
			const { id, messagesVersion: version, unreadMessages: unread } = props.viewer;
			import("../inbox/watch-inbox.ts").then(({ watchInbox }) => watchInbox(id)).catch(() => {});
			void keepSending(props.viewer.handle).catch(() => {});
			import("../messages/watch-messages.ts")
				.then(({ watchMessages }) => watchMessages(id, { version, unread }))
				.catch(() => {});
			import("../alerts/watch.ts").then(({ watchAlerts }) => watchAlerts(id)).catch(() => {});
		}),
	);
	return (
		<>
			<Show when={isHelpOpen()}>
				<Suspense>
					<KeyHelp />
				</Suspense>
			</Show>
			<InboxLink count={unreadThreads() ?? props.viewer.unreadThreads} current={props.path === "/inbox"} />
			<AccountMenu
				viewer={props.viewer}
				mark={news()}
				items={[
					item("/practices/new", t("member.publish_practice")),
					item(`/people/${props.viewer.handle}`, t("member.profile")),
					{
						...item("/messages", t("member.messages")),
						count: unreadMessages() ?? props.viewer.unreadMessages,
					},
					item("/drafts", t("member.drafts")),
					{ ...item("/alerts", t("member.alerts")), count: newHits() ?? props.viewer.newHits },
					...(waitingPosts().length
						? [{ ...item("/outbox", t("member.outbox")), count: waitingPosts().length }]
						: []),
					...(props.viewer.role === "member"
						? []
						: [{ ...item("/moderation", t("member.moderation")), count: props.viewer.openReports }]),
					item("/settings", t("member.settings")),
				]}
				signOut={<SignOut />}
			/>
		</>
	);
}

/** On the button behind which a phone has the menu. */
export function MenuMark(props: { viewer: Member }) {
	const t = useWords();
	const news = useNewsOf(props);
	const threads = () => unreadThreads() ?? props.viewer.unreadThreads;
	return <NewMark>{threads() ? t("member.new_threads", { count: threads() }) : news()}</NewMark>;
}

function useNewsOf(of: { viewer: Member }): () => string | undefined {
	const t = useWords();
	return () => {
		// What its author alone can help along comes before what is new.
		const stuck = waitingPosts().filter(
			({ status, issue }) => status === "failed" || issue?.code === "auth.required",
		).length;
		if (stuck) return t("member.unsent", { count: stuck });
		const hits = newHits() ?? of.viewer.newHits;
		const messages = unreadMessages() ?? of.viewer.unreadMessages;
		const news = [
			messages && t("member.new_messages", { count: messages }),
			hits && t("member.new_hits", { count: hits }),
		].filter(Boolean);
		return news.length ? news.join(". ") : undefined;
	};
}

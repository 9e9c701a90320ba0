import { Show } from "solid-js";
import { execute } from "../execute.ts";
import { MarkRead, MarkUnread } from "../generated/operations.ts";
import { ActionLink } from "../threads/ActionLink.tsx";
import type { DiscussionAddress } from "../threads/discussion-address.ts";
import { PressForm } from "../threads/PressForm.tsx";
import { Button } from "../ui/Button.tsx";
import { announce } from "../ui/LiveRegion.tsx";
import { useWords } from "../words.ts";
import type { ReaderProgress } from "./create-reading.ts";

interface ControlProps {
	threadId: string;
	address: DiscussionAddress;
	progress: ReaderProgress;
}

/**
 * Marks a thread as read up to the last post of the page: by hand, where there is no JavaScript or where what is unread
 * lies before the page.
 */
export function ReadUpTo(props: ControlProps & { last: number }) {
	const t = useWords();
	return (
		<Show when={props.last > (props.progress.held().readNumber ?? 0)}>
			<PressForm
				operation={MarkRead}
				key={props.threadId}
				variables={() => ({ threadId: props.threadId, upTo: props.last })}
				class={props.progress.leaptOver() ? "row" : "row without-script"}
				onDone={({ markRead }) => props.progress.answered(markRead.viewerFollowing)}
			>
				<input type="hidden" name="threadId" value={props.threadId} />
				<input type="hidden" name="upTo" value={props.last} />
				<Show when={props.progress.leaptOver()}>
					<span class="meta">{t("threads.unreadBefore")}</span>
				</Show>
				<Button>{t("threads.markRead")}</Button>
			</PressForm>
		</Show>
	);
}

/** Makes a post and those behind it unread again; without JavaScript it asks once more, where the post stands. */
export function UnreadFrom(props: ControlProps & { number: number }) {
	const t = useWords();
	const choose = async () => {
		props.progress.rest();
		const { threadId, number: from } = props;
		const { markUnread } = await execute(MarkUnread, { threadId, from });
		props.progress.answered(markUnread.viewerFollowing);
		announce(t("threads.markedUnread"));
	};
	return (
		<Show
			when={props.address.asked("unread") === props.number}
			fallback={
				<ActionLink
					href={props.address.act("unread", props.number)}
					about={`post-${props.number}`}
					onChoose={() => void choose().catch(() => {})}
				>
					{t("threads.markUnread")}
				</ActionLink>
			}
		>
			<PressForm
				operation={MarkUnread}
				key={props.threadId}
				variables={() => ({ threadId: props.threadId, from: props.number })}
				onDone={({ markUnread }) => props.progress.answered(markUnread.viewerFollowing)}
			>
				<input type="hidden" name="threadId" value={props.threadId} />
				<input type="hidden" name="from" value={props.number} />
				<Button>{t("threads.markUnread")}</Button>
			</PressForm>
		</Show>
	);
}

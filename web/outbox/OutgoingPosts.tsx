import { createEffect, createSignal, For, onCleanup, onMount, Show } from "solid-js";
import { isServer } from "solid-js/web";
import type { WrittenPostFragment } from "../generated/types.ts";
import { useWords } from "../words.ts";
import { OutgoingItem } from "./OutgoingItem.tsx";
import { countOfOthers, onSent, outboxOf } from "./outbox.ts";
import type { Outgoing } from "./outgoing.ts";

/**
 * What was written in a thread on this device and has not arrived. A post that has is shown here until the thread shows
 * it. Who is not its author is told that something waits, and not what.
 */
export default function OutgoingPosts(props: {
	threadId: string;
	/** Handle of the reader; null for a visitor. */
	owner: string | null;
	heldVersion: number;
	onSent: (post: WrittenPostFragment) => void;
	onEdit: (entry: Outgoing) => void;
}) {
	const t = useWords();
	// Neither the reader nor the thread changes while a page is shown.
	const { owner, threadId } = props;
	const [others, setOthers] = createSignal(0);
	const outbox = isServer || owner === null ? null : outboxOf(owner);
	onMount(async () => setOthers(await countOfOthers(owner, threadId)));
	if (outbox) {
		onCleanup(onSent((post) => post.thread.id === threadId && props.onSent(post)));
		createEffect(() => {
			for (const post of outbox.sent())
				if (post.threadId === threadId && post.version <= props.heldVersion) outbox.forgetSent(post.clientId);
		});
	}
	const shown = () => {
		const sent = outbox?.sent() ?? [];
		const waiting = (outbox?.entries() ?? []).filter(
			({ clientId }) => !sent.some((post) => post.clientId === clientId),
		);
		return [...sent, ...waiting].filter((entry) => entry.threadId === threadId);
	};
	const edit = async (entry: Outgoing) => {
		await outbox?.drop(entry.clientId);
		props.onEdit(entry);
	};
	return (
		<>
			<Show when={shown().length > 0 && outbox}>
				{(box) => (
					<ol class="posts plain" aria-label={t("outbox.list")}>
						<For each={shown()}>
							{(entry) => (
								<li class="outgoing">
									<OutgoingItem
										entry={entry}
										entries={box().entries()}
										isSending={box().sending() === entry.clientId}
										isSent={"version" in entry}
										actions={{ retry: box().retry, drop: box().drop, edit }}
									/>
								</li>
							)}
						</For>
					</ol>
				)}
			</Show>
			<Show when={others() > 0}>
				<p class="meta">{t("outbox.others", { count: others() })}</p>
			</Show>
		</>
	);
}

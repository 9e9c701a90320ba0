import { revalidate } from "@solidjs/router";
import { createEffect, createSignal, on, onMount, Show } from "solid-js";
import { Form } from "../form.tsx";
import { SubmitButton } from "../submit-button.tsx";
import { Button } from "../ui/Button.tsx";
import { RuledList } from "../ui/RuledList.tsx";
import { Section } from "../ui/Section.tsx";
import { useWords } from "../words.ts";
import { InboxItem } from "./InboxItem.tsx";
import { getInbox, type InboxEntry } from "./inbox.data.ts";
import { markAllReadForm } from "./inbox.forms.ts";
import { inboxChanges } from "./unread-threads.ts";

/** The entries of a page of the inbox, what is unread apart from what is read. */
export function InboxList(props: { items: readonly InboxEntry[]; viewer: string; asOf: string }) {
	const t = useWords();
	const unread = () => props.items.filter(({ isUnread }) => isUnread);
	const read = () => props.items.filter(({ isUnread }) => !isUnread);
	const entries = (items: readonly InboxEntry[]) => (
		<RuledList items={items}>{(entry) => <InboxItem entry={entry} viewer={props.viewer} />}</RuledList>
	);
	return (
		<>
			<Show when={unread().length}>
				<Section id="unread" title={t("inbox.unreadTitle")} aside={<MarkAllRead asOf={props.asOf} />}>
					{entries(unread())}
				</Section>
			</Show>
			<Show when={read().length}>
				<Section id="read" title={t("inbox.readTitle")}>
					{entries(read())}
				</Section>
			</Show>
		</>
	);
}

function MarkAllRead(props: { asOf: string }) {
	const t = useWords();
	return (
		<Form of={markAllReadForm} onDone={() => void revalidate(getInbox.key)}>
			<input type="hidden" name="until" value={props.asOf} />
			<SubmitButton kind="quiet">{t("inbox.markAll")}</SubmitButton>
		</Form>
	);
}

/** The list stays as it is while somebody looks at it; it is made anew when they ask, or while they are elsewhere. */
export function Refresh() {
	const t = useWords();
	const [isOld, setOld] = createSignal(false);
	const refresh = () => {
		setOld(false);
		return revalidate(getInbox.key);
	};
	onMount(() => {
		// Who comes back from a thread has read there.
		if (inboxChanges()) void refresh();
		createEffect(on(inboxChanges, () => (document.hidden ? void refresh() : setOld(true)), { defer: true }));
	});
	return (
		<div role="status">
			<Show when={isOld()}>
				<Button kind="primary" onClick={() => void refresh()}>
					{t("inbox.changed")}
				</Button>
			</Show>
		</div>
	);
}

import { createAsync } from "@solidjs/router";
import { For, Show } from "solid-js";
import { isServer } from "solid-js/web";
import { Head } from "../head.tsx";
import type { Preload } from "../page.ts";
import { ToSignIn } from "../people/ToSignIn.tsx";
import { getViewer } from "../shell/shell.data.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Headline, Lead } from "../ui/Headline.tsx";
import { Link } from "../ui/Link.tsx";
import { Page } from "../ui/Page.tsx";
import { useWords } from "../words.ts";
import { OutgoingItem } from "./OutgoingItem.tsx";
import { outboxOf } from "./outbox.ts";

export const preload: Preload = () => getViewer();

/** Everything that was written on this device and has not arrived, whichever thread it is for. */
export default function OutboxPage() {
	const t = useWords();
	const data = createAsync(() => getViewer());
	return (
		<Page
			head={
				<>
					<Headline plain>{t("outbox.title")}</Headline>
					<Lead>{t("outbox.lead")}</Lead>
				</>
			}
		>
			<Head title={t("outbox.title")} noIndex />
			<p class="without-script">{t("outbox.noScript")}</p>
			<Show when={data()}>
				{(found) => (
					<Show when={found().viewer} fallback={<ToSignIn />}>
						{(viewer) => <Waiting owner={viewer().handle} />}
					</Show>
				)}
			</Show>
		</Page>
	);
}

function Waiting(props: { owner: string }) {
	const outbox = isServer ? null : outboxOf(props.owner);
	return (
		<Show when={outbox?.entries().length ? outbox : null} fallback={<Nothing />}>
			{(box) => (
				<ol class="posts plain">
					<For each={box().entries()}>
						{(entry) => (
							<li class="outgoing">
								<h2 class="outgoing-at" dir="auto">
									<Link href={`${entry.at.path}#answer`}>{entry.at.title}</Link>
								</h2>
								<OutgoingItem
									entry={entry}
									entries={box().entries()}
									isSending={box().sending() === entry.clientId}
									isSent={false}
									actions={box()}
								/>
							</li>
						)}
					</For>
				</ol>
			)}
		</Show>
	);
}

function Nothing() {
	const t = useWords();
	return (
		<div class="needs-script">
			<EmptyState whole title={t("outbox.none")}>
				{t("outbox.noneText")}
			</EmptyState>
		</div>
	);
}

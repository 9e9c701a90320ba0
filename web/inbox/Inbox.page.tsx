import { createAsync, useLocation } from "@solidjs/router";
import { For, Show } from "solid-js";
import { Head } from "../head.tsx";
import type { Preload } from "../page.ts";
import { ToSignIn } from "../people/ToSignIn.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Headline, Lead } from "../ui/Headline.tsx";
import { Link } from "../ui/Link.tsx";
import { Page } from "../ui/Page.tsx";
import { Pager } from "../ui/Pager.tsx";
import { useWords } from "../words.ts";
import { InboxList, Refresh } from "./InboxList.tsx";
import { type Filter, filters, getInbox, inboxPath, readQuery } from "./inbox.data.ts";

export const preload: Preload = ({ location: { query } }) => {
	const { filter, after } = readQuery(query);
	return getInbox(filter, after);
};

/** What there is to read for a member: unread first, in the order of how much it concerns them. */
export default function InboxPage() {
	const t = useWords();
	const location = useLocation();
	const asked = () => readQuery(location.query);
	const data = createAsync(() => getInbox(asked().filter, asked().after));
	return (
		<Page
			head={
				<>
					<Headline plain>{t("inbox.title")}</Headline>
					<Lead>{t("inbox.lead")}</Lead>
				</>
			}
		>
			<Head title={t("inbox.title")} noIndex />
			<Show when={data()}>
				{(found) => (
					<Show when={found().viewer} fallback={<ToSignIn />}>
						{(viewer) => (
							<>
								<Tabs chosen={asked().filter} />
								<Refresh />
								<Show
									when={found().inbox.items.length}
									fallback={<Nothing filter={asked().filter} isFirst={!asked().after} />}
								>
									<InboxList items={found().inbox.items} viewer={viewer().handle} asOf={found().inbox.asOf} />
								</Show>
								<Pager
									next={
										found().inbox.nextCursor ? inboxPath(asked().filter, found().inbox.nextCursor) : undefined
									}
									first={asked().after ? inboxPath(asked().filter) : undefined}
								/>
							</>
						)}
					</Show>
				)}
			</Show>
		</Page>
	);
}

function Tabs(props: { chosen: Filter | null }) {
	const t = useWords();
	const tabs = [null, ...filters];
	return (
		<nav class="tabs" aria-label={t("inbox.filters")}>
			<ul class="plain">
				<For each={tabs}>
					{(filter) => (
						<li>
							<Link href={inboxPath(filter)} current={props.chosen === filter}>
								<span>{t(`inbox.filter_${filter ?? "all"}`)}</span>
							</Link>
						</li>
					)}
				</For>
			</ul>
		</nav>
	);
}

function Nothing(props: { filter: Filter | null; isFirst: boolean }) {
	const t = useWords();
	return (
		<Show
			when={props.filter === null && props.isFirst}
			fallback={
				<EmptyState
					whole
					title={t(props.filter === "unread" ? "inbox.allRead" : "inbox.noneOfThese")}
					action={{ href: "/inbox", label: t("inbox.showAll") }}
				/>
			}
		>
			<EmptyState whole title={t("inbox.empty")} action={{ href: "/threads", label: t("inbox.toThreads") }}>
				{t("inbox.emptyText")}
			</EmptyState>
		</Show>
	);
}

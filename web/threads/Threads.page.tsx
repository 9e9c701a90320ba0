import { createAsync, useLocation } from "@solidjs/router";
import { Show } from "solid-js";
import { Head } from "../head.tsx";
import type { Preload } from "../page.ts";
import { LinkButton } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Headline } from "../ui/Headline.tsx";
import { Link } from "../ui/Link.tsx";
import { Page } from "../ui/Page.tsx";
import { Pager } from "../ui/Pager.tsx";
import { RuledList } from "../ui/RuledList.tsx";
import { useWords } from "../words.ts";
import { ThreadItem } from "./ThreadItem.tsx";
import { getThreadPlace, getThreads, getThreadTopic } from "./threads.data.ts";

const valueIn = (parameter: unknown) => (typeof parameter === "string" && parameter ? parameter : null);

export const preload: Preload = ({ location: { query } }) =>
	getThreads({ topicId: valueIn(query.topic), placeId: valueIn(query.place) }, valueIn(query.after));

/** The discussions that were written in last: all, or those of a topic or a place. */
export default function ThreadsPage() {
	const t = useWords();
	const { query } = useLocation();
	const topicId = () => valueIn(query.topic);
	const placeId = () => valueIn(query.place);
	const data = createAsync(() =>
		getThreads({ topicId: topicId(), placeId: placeId() }, valueIn(query.after)),
	);
	const topic = createAsync(() => getThreadTopic(topicId()));
	const place = createAsync(() => getThreadPlace(placeId()));
	const narrowedTo = () => topic()?.label ?? place()?.name;
	/** The query of what the list is narrowed to, or nothing. */
	const narrowing = () => {
		const chosen = Object.entries({ topic: topicId(), place: placeId() }).filter(([, value]) => value);
		const query = new URLSearchParams(chosen as [string, string][]).toString();
		return query && `?${query}`;
	};
	const next = (cursor: string) => `${narrowing() || "?"}${narrowing() ? "&" : ""}after=${cursor}`;
	return (
		<Show when={data()}>
			{(found) => (
				<Page
					head={
						<>
							<Headline plain kicker={narrowedTo()}>
								{t("threads.title")}
							</Headline>
							<p>{t("threads.description")}</p>
							<p class="row">
								<LinkButton href={`/threads/new${narrowing()}`} kind="primary">
									{t("threads.start")}
								</LinkButton>
								<Show when={narrowedTo()}>
									<Link href="/threads">{t("threads.all")}</Link>
								</Show>
							</p>
						</>
					}
				>
					<Head
						title={narrowedTo() ? `${t("threads.title")}: ${narrowedTo()}` : t("threads.title")}
						description={t("threads.description")}
						canonical={`/threads${narrowing()}`}
						noIndex={valueIn(query.after) !== null}
					/>
					<Show
						when={found().threads.items.length > 0}
						fallback={
							<EmptyState
								whole
								title={t("threads.noneTitle")}
								action={{ href: `/threads/new${narrowing()}`, label: t("threads.start") }}
							>
								{t("threads.noneText")}
							</EmptyState>
						}
					>
						<h2 class="visually-hidden">{t("threads.title")}</h2>
						<RuledList items={found().threads.items}>{(thread) => <ThreadItem thread={thread} />}</RuledList>
					</Show>
					<Pager
						next={found().threads.nextCursor ? next(found().threads.nextCursor ?? "") : undefined}
						first={valueIn(query.after) ? `/threads${narrowing()}` : undefined}
					/>
				</Page>
			)}
		</Show>
	);
}

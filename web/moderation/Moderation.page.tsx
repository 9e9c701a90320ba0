import { createAsync, useLocation } from "@solidjs/router";
import { Show } from "solid-js";
import { Head } from "../head.tsx";
import type { Preload } from "../page.ts";
import { ToSignIn } from "../people/ToSignIn.tsx";
import { NotFound } from "../shell/ErrorPage.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Headline, Lead } from "../ui/Headline.tsx";
import { Link } from "../ui/Link.tsx";
import { Page } from "../ui/Page.tsx";
import { Pager } from "../ui/Pager.tsx";
import { RuledList } from "../ui/RuledList.tsx";
import { useWords } from "../words.ts";
import { getReports } from "./moderation.data.ts";
import { ReportItem } from "./ReportItem.tsx";

const textIn = (value: unknown): string | null => (typeof value === "string" && value ? value : null);

export const preload: Preload = ({ location: { query } }) =>
	getReports(query.closed === "1", textIn(query.after));

/** What members brought before the moderators. */
export default function ModerationPage() {
	const t = useWords();
	const { query } = useLocation();
	const closed = () => query.closed === "1";
	const data = createAsync(() => getReports(closed(), textIn(query.after)));
	const path = () => (closed() ? "/moderation?closed=1" : "/moderation");
	return (
		<Show when={data()}>
			{(found) => (
				<Show when={found().viewer} fallback={<ToSignIn />}>
					{(viewer) => (
						<Show when={viewer().role !== "member"} fallback={<NotFound />}>
							<Page
								head={
									<>
										<Headline plain>{t("moderation.title")}</Headline>
										<Lead>{t("moderation.lead")}</Lead>
										<p class="row">
											<Link href="/moderation">{t("moderation.open")}</Link>
											<Link href="/moderation?closed=1">{t("moderation.closed")}</Link>
										</p>
									</>
								}
							>
								<Head title={t("moderation.title")} noIndex />
								<h2 class="visually-hidden">{t(closed() ? "moderation.closed" : "moderation.open")}</h2>
								<Show
									when={found().reports.items.length}
									fallback={<EmptyState title={t("moderation.none")}>{t("moderation.none_text")}</EmptyState>}
								>
									<RuledList items={found().reports.items}>
										{(report) => <ReportItem report={report} />}
									</RuledList>
									<Pager
										next={
											found().reports.nextCursor
												? `${path()}${closed() ? "&" : "?"}after=${found().reports.nextCursor}`
												: undefined
										}
										first={textIn(query.after) ? path() : undefined}
									/>
								</Show>
							</Page>
						</Show>
					)}
				</Show>
			)}
		</Show>
	);
}

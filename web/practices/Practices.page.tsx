import { createAsync, useLocation } from "@solidjs/router";
import { Show } from "solid-js";
import { Head } from "../head.tsx";
import type { Preload } from "../page.ts";
import { LinkButton } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Headline, Lead } from "../ui/Headline.tsx";
import { Page } from "../ui/Page.tsx";
import { Pager } from "../ui/Pager.tsx";
import { RuledList } from "../ui/RuledList.tsx";
import { useWords } from "../words.ts";
import { PracticeItem } from "./PracticeItem.tsx";
import { getPractices } from "./practices.data.ts";

export const preload: Preload = ({ location }) => getPractices(String(location.query.after ?? "") || null);

/** All practices, the newest first. */
export default function PracticesPage() {
	const t = useWords();
	const location = useLocation();
	const after = () => String(location.query.after ?? "") || null;
	const data = createAsync(() => getPractices(after()));
	return (
		<Page
			head={
				<>
					<Headline plain>{t("practices.title")}</Headline>
					<Lead>{t("practices.description")}</Lead>
				</>
			}
		>
			<Head title={t("practices.title")} description={t("practices.description")} canonical="/practices" />
			<p class="row">
				<LinkButton href="/search?kind=practice">{t("practices.filter")}</LinkButton>
				<LinkButton kind="primary" href="/practices/new">
					{t("practices.publish")}
				</LinkButton>
			</p>
			<Show when={data()}>
				{(found) => (
					<>
						<Show
							when={found().practices.items.length}
							fallback={
								<EmptyState
									whole
									title={t("practices.none")}
									action={{ href: "/practices/new", label: t("practices.publish") }}
								/>
							}
						>
							<RuledList items={found().practices.items} long>
								{(practice) => <PracticeItem practice={practice} />}
							</RuledList>
						</Show>
						<Pager
							next={
								found().practices.nextCursor ? `/practices?after=${found().practices.nextCursor}` : undefined
							}
							first={after() ? "/practices" : undefined}
						/>
					</>
				)}
			</Show>
		</Page>
	);
}

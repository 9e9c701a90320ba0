import { createAsync } from "@solidjs/router";
import { For, Show } from "solid-js";
import { Head } from "../head.tsx";
import { Headline, Lead } from "../ui/Headline.tsx";
import { Link } from "../ui/Link.tsx";
import { Page } from "../ui/Page.tsx";
import { Section } from "../ui/Section.tsx";
import { useWords } from "../words.ts";
import { getTopics } from "./topics.data.ts";

/** All themes with the topics below them. */
export default function TopicsPage() {
	const t = useWords();
	const data = createAsync(() => getTopics());
	return (
		<Page
			head={
				<>
					<Headline plain>{t("topics.title")}</Headline>
					<Lead>{t("topics.description")}</Lead>
				</>
			}
		>
			<Head title={t("topics.title")} description={t("topics.description")} canonical="/topics" />
			<For each={data()?.topics}>
				{(theme) => (
					<Section
						id={theme.id}
						title={<Link href={`/topics/${theme.id}`}>{theme.label}</Link>}
						aside={
							<Show when={theme.practiceCount}>
								{(count) => <span class="meta">{t("topics.practice_count", { count: count() })}</span>}
							</Show>
						}
					>
						<ul class="plain columns">
							<For each={theme.narrower}>
								{(topic) => (
									<li class="entry-line">
										<Link href={`/topics/${topic.id}`}>{topic.label}</Link>
										<Show when={topic.practiceCount}>{(count) => <span class="meta"> {count()}</span>}</Show>
									</li>
								)}
							</For>
						</ul>
					</Section>
				)}
			</For>
		</Page>
	);
}

import { createAsync } from "@solidjs/router";
import { For, Show } from "solid-js";
import { Head } from "../head.tsx";
import type { Preload } from "../page.ts";
import { EntryList } from "../ui/EntryList.tsx";
import { Headline, Lead } from "../ui/Headline.tsx";
import { Link } from "../ui/Link.tsx";
import { Page } from "../ui/Page.tsx";
import { Section } from "../ui/Section.tsx";
import { useWords } from "../words.ts";
import { getTopics } from "./topics.data.ts";

export const preload: Preload = () => getTopics();

const data = [
	{ type: "text/turtle", href: "/concepts.ttl" },
	{ type: "application/ld+json", href: "/concepts.jsonld" },
];

/** All themes with the topics below them. */
export default function TopicsPage() {
	const t = useWords();
	const topics = createAsync(() => getTopics());
	return (
		<Page
			head={
				<>
					<Headline plain>{t("topics.title")}</Headline>
					<Lead>{t("topics.description")}</Lead>
				</>
			}
		>
			<Head title={t("topics.title")} description={t("topics.description")} canonical="/topics" data={data} />
			<For each={topics()?.topics}>
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
						<EntryList
							entries={theme.narrower.map((topic) => ({
								href: `/topics/${topic.id}`,
								label: topic.label,
							}))}
						/>
					</Section>
				)}
			</For>
			<Section id="reuse" title={t("topics.reuse")}>
				<div class="stack">
					<p>{t("topics.reuse_text")}</p>
					<p class="row">
						<a class="button" href="/concepts.ttl" rel="external" download="">
							Turtle
						</a>
						<a class="button" href="/concepts.jsonld" rel="external" download="">
							JSON-LD
						</a>
					</p>
					<p class="meta">
						<a href="https://creativecommons.org/licenses/by/4.0/" rel="external license">
							{t("topics.licence", { licence: "CC BY 4.0" })}
						</a>
					</p>
				</div>
			</Section>
		</Page>
	);
}

import { createAsync, useLocation, useParams } from "@solidjs/router";
import { For, Show } from "solid-js";
import { isServer } from "solid-js/web";
import { Head } from "../head.tsx";
import { useOrigin } from "../origin.ts";
import type { Preload } from "../page.ts";
import { NotFound } from "../shell/ErrorPage.tsx";
import { Breadcrumbs } from "../ui/Breadcrumbs.tsx";
import { LinkButton } from "../ui/Button.tsx";
import { Headline, Lead } from "../ui/Headline.tsx";
import { Page } from "../ui/Page.tsx";
import { useLanguage, useWords } from "../words.ts";
import { TopicChallenges, TopicPeople, TopicPractices, TopicThreads } from "./TopicContent.tsx";
import { TopicFacts } from "./TopicFacts.tsx";
import { type FullTopic, getTopic } from "./topics.data.ts";

export const preload: Preload = ({ params, location }) =>
	getTopic(params.id ?? "", String(location.query.after ?? "") || null);

/** One topic: what it means, its neighbours, and what the network has on it. */
export default function TopicPage() {
	const params = useParams();
	const location = useLocation();
	const after = () => String(location.query.after ?? "") || null;
	const data = createAsync(() => getTopic(params.id ?? "", after()));
	return (
		<Show when={data()}>
			{(found) => (
				<Show when={found().topic} fallback={<NotFound />}>
					{(topic) => (
						<Page head={<TopicHead topic={topic()} />} margin={<TopicFacts topic={topic()} />}>
							<TopicPractices topic={topic()} page={found().practices} after={after()} />
							<Show when={found().challenges.items.length}>
								<TopicChallenges challenges={found().challenges.items} />
							</Show>
							<TopicThreads topic={topic()} threads={found().threads} />
							<TopicPeople topic={topic()} people={found().people} />
						</Page>
					)}
				</Show>
			)}
		</Show>
	);
}

function TopicHead(props: { topic: FullTopic }) {
	const t = useWords();
	const language = useLanguage();
	const origin = useOrigin();
	const address = () => `${origin}/concepts/${props.topic.id}`;
	return (
		<>
			<Head
				title={props.topic.label}
				description={t("topics.topic_description", { topic: props.topic.label })}
				canonical={`/topics/${props.topic.id}`}
				feed={`/search.atom?topic=${props.topic.id}`}
				jsonLd={
					isServer && {
						"@context": "https://schema.org",
						"@type": "DefinedTerm",
						"@id": address(),
						name: props.topic.label,
						alternateName: props.topic.otherLabels,
						description: props.topic.scopeNote,
						url: `${origin}/${language}/topics/${props.topic.id}`,
						sameAs: props.topic.exactMatches,
						inDefinedTermSet: `${origin}/concepts`,
					}
				}
				data={[
					{ type: "text/turtle", href: `${address()}.ttl` },
					{ type: "application/ld+json", href: `${address()}.jsonld` },
				]}
			/>
			<Breadcrumbs
				items={[
					{ href: "/topics", label: t("topics.title") },
					...props.topic.broader.map(({ id, label }) => ({ href: `/topics/${id}`, label })),
				]}
			/>
			<Headline>{props.topic.label}</Headline>
			<Show when={language === "en"}>
				<Lead>{props.topic.scopeNote}</Lead>
			</Show>
			<Show when={props.topic.otherLabels.length}>
				<p class="meta">
					{t("topics.other_names")}:{" "}
					<For each={props.topic.otherLabels}>
						{(name, index) => (
							<>
								{index() ? " · " : ""}
								<bdi>{name}</bdi>
							</>
						)}
					</For>
				</p>
			</Show>
			<Show when={language !== "en"}>
				<p class="meta">
					{t("topics.in_english")}: <bdi lang="en">{props.topic.scopeNote}</bdi>
				</p>
			</Show>
			<p class="row">
				<LinkButton href={`/search?topic=${props.topic.id}`}>{t("topics.search")}</LinkButton>
				<LinkButton href={`/threads/new?topic=${props.topic.id}`}>{t("topics.start_thread")}</LinkButton>
			</p>
		</>
	);
}

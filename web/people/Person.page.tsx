import { createAsync, useParams } from "@solidjs/router";
import { type JSX, Show, Suspense } from "solid-js";
import { isServer } from "solid-js/web";
import { Head } from "../head.tsx";
import type { Preload } from "../page.ts";
import { part } from "../part.ts";
import { PracticeItem } from "../practices/PracticeItem.tsx";
import { NotFound } from "../shell/ErrorPage.tsx";
import { LinkButton } from "../ui/Button.tsx";
import { Dateline } from "../ui/Dateline.tsx";
import { Headline, Lead } from "../ui/Headline.tsx";
import { Name } from "../ui/Name.tsx";
import { Page } from "../ui/Page.tsx";
import { RuledItem, RuledList } from "../ui/RuledList.tsx";
import { Section } from "../ui/Section.tsx";
import { Time } from "../ui/Time.tsx";
import { TopicLinks } from "../ui/TopicLinks.tsx";
import { useWords } from "../words.ts";
import { PersonFacts } from "./PersonFacts.tsx";
import { beginningOf, PlainText } from "./PlainText.tsx";
import { type FullPerson, getPerson } from "./people.data.ts";
import { personJsonLd } from "./person-json-ld.ts";

const BlockPerson = part(() => import("../messages/BlockPerson.tsx"), ["messages"]);

export const preload: Preload = ({ params }) => getPerson(params.handle ?? "");

/** A member's page: what they may be asked, what they offer and look for, and what they did here. */
export default function PersonPage() {
	const params = useParams();
	const data = createAsync(() => getPerson(params.handle ?? ""));
	return (
		<Show when={data()}>
			{(found) => (
				<Show when={found().person} fallback={<NotFound />}>
					{(person) => <PersonView person={person()} />}
				</Show>
			)}
		</Show>
	);
}

function PersonView(props: { person: FullPerson }) {
	const t = useWords();
	const person = () => props.person;
	const work = () =>
		[person().jobTitle, person().organisation?.name ?? person().place?.name].filter(Boolean).join(" · ");
	const hasText = () =>
		person().askMeAbout || person().offers || person().seeks || person().bio || person().seeksTopics.length;
	return (
		<Page
			dateline={
				<Dateline
					items={[
						...(person().role === "member" ? [] : [t(`people.role_${person().role as "admin"}`)]),
						t(`people.capacity_${person().capacity}`),
						<>
							{t("people.memberSince")} <Time value={person().memberSince} format="month" />
						</>,
					]}
				/>
			}
			head={
				<>
					<Headline
						plain
						kicker={
							<Show when={person().knows.length}>
								<TopicLinks topics={topicLinks(person().knows)} />
							</Show>
						}
					>
						<Name>{person().name}</Name>
					</Headline>
					<Show when={work()}>{(line) => <Lead>{line()}</Lead>}</Show>
				</>
			}
			margin={<PersonFacts person={person()} />}
		>
			<Head
				title={person().name}
				description={[work(), beginningOf(person().askMeAbout || person().bio)].filter(Boolean).join(" · ")}
				canonical={`/people/${person().handle}`}
				jsonLd={isServer && personJsonLd(person())}
			/>
			<Show when={person().viewerCanEdit}>
				<p>
					<LinkButton href="/settings/profile">{t("people.edit")}</LinkButton>
				</p>
			</Show>
			<Show when={person().viewerCanMessage}>
				<p class="row">
					<LinkButton href={`/messages/new?to=${person().handle}`} kind="primary">
						{t("people.write", { name: person().name })}
					</LinkButton>
				</p>
			</Show>
			<TextSection id="ask" title={t("people.askMeAbout")} text={person().askMeAbout} />
			<TextSection id="offers" title={t("people.offers")} text={person().offers} />
			<TextSection
				id="seeks"
				title={t("people.seeks")}
				text={person().seeks}
				shown={person().seeksTopics.length > 0}
			>
				<Show when={person().seeksTopics.length}>
					<TopicLinks topics={topicLinks(person().seeksTopics)} />
				</Show>
			</TextSection>
			<TextSection id="about" title={t("people.bio")} text={person().bio} />
			<Show when={!hasText() && !person().practices.items.length && !person().posts.items.length}>
				<p>{t("people.nothingYet")}</p>
			</Show>
			<Work person={person()} />
			<Show when={person().viewerCanMessage}>
				<Suspense>
					<BlockPerson person={person()} />
				</Suspense>
			</Show>
		</Page>
	);
}

function topicLinks(topics: readonly { id: string; label: string }[]) {
	return topics.map((topic) => ({ href: `/topics/${topic.id}`, label: topic.label }));
}

function TextSection(props: {
	id: string;
	title: string;
	text: string;
	/** Also when there is no text. */
	shown?: boolean;
	children?: JSX.Element;
}) {
	return (
		<Show when={props.text || props.shown}>
			<Section id={props.id} title={props.title}>
				{props.children}
				<Show when={props.text}>
					<PlainText text={props.text} />
				</Show>
			</Section>
		</Show>
	);
}

/** Practices and answers: what a person's word rests on. */
function Work(props: { person: FullPerson }) {
	const t = useWords();
	return (
		<>
			<Show when={props.person.practices.items.length}>
				<Section id="practices" title={t("people.practices")}>
					<RuledList items={props.person.practices.items}>
						{(practice) => <PracticeItem practice={practice} />}
					</RuledList>
				</Section>
			</Show>
			<Show when={props.person.posts.items.length}>
				<Section id="answers" title={t("people.posts")}>
					<RuledList items={props.person.posts.items}>
						{(post) => (
							<RuledItem
								href={`/threads/${post.thread.id}-${post.thread.slug}#post-${post.number}`}
								title={post.thread.title}
								text={post.excerpt}
								lang={post.language}
								meta={[<Time value={post.createdAt} />]}
							/>
						)}
					</RuledList>
				</Section>
			</Show>
		</>
	);
}

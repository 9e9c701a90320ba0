import { createAsync, useLocation, useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { isServer } from "solid-js/web";
import { useFormat } from "../format.ts";
import { Head } from "../head.tsx";
import type { Preload } from "../page.ts";
import { useTownName } from "../places/towns.ts";
import { NotFound } from "../shell/ErrorPage.tsx";
import { DiscussionBelow } from "../threads/DiscussionBelow.tsx";
import { Dateline } from "../ui/Dateline.tsx";
import { Headline, Lead } from "../ui/Headline.tsx";
import { Link } from "../ui/Link.tsx";
import { Page } from "../ui/Page.tsx";
import { SdgTiles } from "../ui/Sdgs.tsx";
import { Time } from "../ui/Time.tsx";
import { TopicLinks } from "../ui/TopicLinks.tsx";
import { useLanguage, useWords } from "../words.ts";
import { CompletionHints } from "./CompletionHints.tsx";
import { PracticeActions } from "./PracticeActions.tsx";
import { PracticeBody } from "./PracticeBody.tsx";
import { PracticeFacts } from "./PracticeFacts.tsx";
import { practiceJsonLd } from "./practice-json-ld.ts";
import { type FullPractice, getPractice } from "./practices.data.ts";

export const preload: Preload = ({ params }) => getPractice(params.slug ?? "");

/** A practice, to be read from top to bottom by somebody who may want to take it over. */
export default function PracticePage() {
	const params = useParams();
	const data = createAsync(() => getPractice(params.slug ?? ""));
	return (
		<Show when={data()}>
			{(found) => (
				<Show when={found().practice} fallback={<NotFound />}>
					{(practice) => <PracticeView practice={practice()} />}
				</Show>
			)}
		</Show>
	);
}

function PracticeView(props: { practice: FullPractice }) {
	const t = useWords();
	const townName = useTownName();
	const language = useLanguage();
	const location = useLocation();
	const { languageName } = useFormat();
	const practice = () => props.practice;
	const isTranslated = () => practice().titleLanguage !== practice().language;
	const showsOriginal = () => location.query.original === "1" || !isTranslated();
	const title = () => (showsOriginal() ? practice().title : practice().displayTitle);
	const claim = () => (showsOriginal() ? practice().claim : practice().displayClaim);
	const titleLanguage = () => (showsOriginal() ? practice().language : practice().titleLanguage);
	const address = () => `/practices/${practice().slug}`;
	return (
		<Page
			dateline={
				<Dateline
					items={[
						t("practices.number", { number: practice().number }),
						<Show when={practice().checkedOn} fallback={<Published at={practice().publishedAt} />}>
							{(day) => (
								<>
									{t("practices.checked")} <Time value={day()} />
								</>
							)}
						</Show>,
						<Link href={`/places/${practice().place.id}-${practice().place.slug}`}>
							{townName(practice().place)}
						</Link>,
					]}
				/>
			}
			head={
				<>
					<Headline
						kicker={
							<TopicLinks
								topics={practice().topics.map((topic) => ({
									href: `/topics/${topic.id}`,
									label: topic.label,
								}))}
							/>
						}
						lang={titleLanguage()}
					>
						{title()}
					</Headline>
					<Lead lang={titleLanguage()}>{claim()}</Lead>
					<Show when={isTranslated() || practice().language !== language}>
						<p class="meta">
							{isTranslated() && !showsOriginal()
								? t("practices.translated_from", { language: languageName(practice().language) })
								: t("practices.written_in", { language: languageName(practice().language) })}{" "}
							<Show when={isTranslated()}>
								<Link href={showsOriginal() ? address() : `${address()}?original=1`}>
									{showsOriginal() ? t("practices.show_translation") : t("practices.show_original")}
								</Link>
							</Show>
						</p>
					</Show>
					<SdgTiles
						sdgs={practice().sdgs.map((sdg) => ({
							number: sdg.number,
							label: sdg.title,
							href: `/search?sdg=${sdg.number}`,
						}))}
					/>
					<PracticeActions practice={practice()} />
				</>
			}
			margin={<PracticeFacts practice={practice()} />}
		>
			<Head
				title={title()}
				description={claim()}
				canonical={address()}
				jsonLd={isServer && practiceJsonLd(practice(), language)}
			/>
			<Show when={practice().viewerCanEdit}>
				<CompletionHints slug={practice().slug} />
			</Show>
			<PracticeBody practice={practice()} />
			<DiscussionBelow threadId={practice().thread.id} path={address()} />
		</Page>
	);
}

function Published(props: { at: string }) {
	const t = useWords();
	return (
		<>
			{t("practices.published")} <Time value={props.at} />
		</>
	);
}

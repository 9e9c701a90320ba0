import { createAsync, useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { Form } from "../form.tsx";
import { Head } from "../head.tsx";
import type { Preload } from "../page.ts";
import { useTownName } from "../places/towns.ts";
import { NotFound } from "../shell/ErrorPage.tsx";
import { SubmitButton } from "../submit-button.tsx";
import { Discussion } from "../threads/Discussion.tsx";
import { idIn } from "../threads/threads.data.ts";
import { LinkButton } from "../ui/Button.tsx";
import { Dateline } from "../ui/Dateline.tsx";
import { type Fact, FactList } from "../ui/FactList.tsx";
import { Headline } from "../ui/Headline.tsx";
import { Link } from "../ui/Link.tsx";
import { Name } from "../ui/Name.tsx";
import { Page } from "../ui/Page.tsx";
import { Prose } from "../ui/Prose.tsx";
import { Section } from "../ui/Section.tsx";
import { Time } from "../ui/Time.tsx";
import { TopicLinks } from "../ui/TopicLinks.tsx";
import { useWords } from "../words.ts";
import { challengePath, type FullChallenge, getChallenge } from "./challenges.data.ts";
import { closeChallengeForm, reopenChallengeForm } from "./challenges.forms.ts";

export const preload: Preload = ({ params }) => getChallenge(idIn(params.idslug));

/** A challenge and what the network answers to it. */
export default function ChallengePage() {
	const params = useParams();
	const data = createAsync(() => getChallenge(idIn(params.idslug)));
	return (
		<Show when={data()}>
			{(found) => (
				<Show when={found().challenge} fallback={<NotFound />}>
					{(challenge) => <ChallengeView challenge={challenge()} />}
				</Show>
			)}
		</Show>
	);
}

function ChallengeView(props: { challenge: FullChallenge }) {
	const t = useWords();
	const path = () => challengePath(props.challenge);
	const topics = () =>
		props.challenge.topics.map((topic) => ({ href: `/topics/${topic.id}`, label: topic.label }));
	return (
		<Page
			dateline={
				<Dateline
					items={[
						t("challenges.challenge"),
						<Show when={props.challenge.closedAt} fallback={t("challenges.isOpen")}>
							{(at) => (
								<>
									{t("challenges.closedOn")} <Time value={at()} />
								</>
							)}
						</Show>,
						<Place challenge={props.challenge} />,
					]}
				/>
			}
			head={
				<Headline kicker={<TopicLinks topics={topics()} />} lang={props.challenge.language}>
					{props.challenge.title}
				</Headline>
			}
			margin={
				<>
					<FactList facts={factsOf(props.challenge, t)} />
					<Actions challenge={props.challenge} />
				</>
			}
		>
			<Head
				title={props.challenge.title}
				description={t("challenges.metaDescription", { place: props.challenge.place.name })}
				canonical={path()}
			/>
			<Section id="problem" title={t("challenges.problem")}>
				<Prose html={props.challenge.problemHtml} lang={props.challenge.language} />
			</Section>
			<Show when={props.challenge.constraintsHtml}>
				{(html) => (
					<Section id="constraints" title={t("challenges.constraints")}>
						<Prose html={html()} lang={props.challenge.language} />
					</Section>
				)}
			</Show>
			<Discussion threadId={props.challenge.thread.id} path={path()} />
		</Page>
	);
}

function Place(props: { challenge: FullChallenge }) {
	const townName = useTownName();
	return (
		<Link href={`/places/${props.challenge.place.id}-${props.challenge.place.slug}`}>
			{townName(props.challenge.place)}
		</Link>
	);
}

function factsOf(challenge: FullChallenge, t: ReturnType<typeof useWords>): Fact[] {
	const facts: Fact[] = [
		{ label: t("challenges.place"), value: <Place challenge={challenge} /> },
		{
			label: t("challenges.askedBy"),
			value: (
				<>
					<Link href={`/people/${challenge.author.handle}`}>
						<Name>{challenge.author.name}</Name>
					</Link>
					<Show when={challenge.author.organisation}>
						{(organisation) => (
							<>
								, <Name>{organisation().name}</Name>
							</>
						)}
					</Show>
				</>
			),
		},
		{ label: t("challenges.posted"), value: <Time value={challenge.createdAt} /> },
	];
	const { neededBy } = challenge;
	if (neededBy) facts.push({ label: t("challenges.neededBy"), value: <Time value={neededBy} /> });
	return facts;
}

function Actions(props: { challenge: FullChallenge }) {
	const t = useWords();
	return (
		<Show when={props.challenge.viewerCanEdit || props.challenge.viewerCanClose}>
			<div class="row no-print">
				<Show when={props.challenge.viewerCanEdit}>
					<LinkButton href={`${challengePath(props.challenge)}/edit`}>{t("challenges.edit")}</LinkButton>
				</Show>
				<Show when={props.challenge.viewerCanClose}>
					<Show when={props.challenge.closedAt} fallback={<CloseForm challenge={props.challenge} />}>
						<Form of={reopenChallengeForm}>
							<input type="hidden" name="id" value={props.challenge.id} />
							<SubmitButton kind="quiet">{t("challenges.reopen")}</SubmitButton>
						</Form>
					</Show>
				</Show>
			</div>
		</Show>
	);
}

function CloseForm(props: { challenge: FullChallenge }) {
	const t = useWords();
	return (
		<Form of={closeChallengeForm}>
			<input type="hidden" name="id" value={props.challenge.id} />
			<SubmitButton kind="quiet">{t("challenges.close")}</SubmitButton>
		</Form>
	);
}

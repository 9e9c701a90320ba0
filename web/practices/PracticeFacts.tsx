import type { JSX } from "solid-js";
import { For, Show } from "solid-js";
import { useFormat } from "../format.ts";
import { EvidenceBadge, StageBadge } from "../ui/Badges.tsx";
import { type Fact, FactList } from "../ui/FactList.tsx";
import { Link } from "../ui/Link.tsx";
import { Name } from "../ui/Name.tsx";
import { type Translate, useWords } from "../words.ts";
import type { FullPractice } from "./practices.data.ts";

/** The facts in the margin: who, where, when, how much, how sure. */
export function PracticeFacts(props: { practice: FullPractice }) {
	const t = useWords();
	const { number, money } = useFormat();
	const facts = (): Fact[] => {
		const { practice } = props;
		const { cost, place } = practice;
		const list: (Fact | null)[] = [
			{ label: t("practices.organisation"), value: <Name>{practice.organisation.name}</Name> },
			place.population ? { label: t("practices.population"), value: number(place.population) } : null,
			{ label: t("practices.stage"), value: <StageBadge stage={practice.stage} /> },
			{ label: t("practices.period"), value: period(practice, t) },
			cost
				? {
						label: cost.year ? t("practices.cost_in", { year: String(cost.year) }) : t("practices.cost"),
						value: money(cost.amount, cost.currency),
					}
				: null,
			{
				label: t("practices.evidence"),
				value: (
					<>
						<EvidenceBadge level={practice.evidence} />
						<br />
						<span class="meta">{evidenceReason(practice.evidenceReason, t)}</span>
					</>
				),
			},
			{
				label: t("practices.contact"),
				value: (
					<Show
						when={practice.contacts.length}
						fallback={<PersonLine person={practice.author} practice={practice.slug} />}
					>
						<For each={practice.contacts}>
							{(contact) => (
								<Show when={contact.person} fallback={<Line name={contact.name} role={contact.jobTitle} />}>
									{(person) => <PersonLine person={person()} practice={practice.slug} />}
								</Show>
							)}
						</For>
					</Show>
				),
			},
		];
		return list.filter((fact) => fact !== null);
	};
	return <FactList facts={facts()} />;
}

function PersonLine(props: {
	person: { handle: string; name: string; jobTitle: string; viewerCanMessage: boolean };
	/** What they are written to about. */
	practice: string;
}) {
	const t = useWords();
	return (
		<>
			<Line
				name={
					<Link href={`/people/${props.person.handle}`}>
						<Name>{props.person.name}</Name>
					</Link>
				}
				role={props.person.jobTitle}
			/>
			<Show when={props.person.viewerCanMessage}>
				<Link href={`/messages/new?to=${props.person.handle}&practice=${props.practice}`} rel="nofollow">
					{t("practices.write")}
				</Link>
			</Show>
		</>
	);
}

function Line(props: { name: JSX.Element; role: string }) {
	return (
		<div>
			{props.name}
			<Show when={props.role}>
				<div class="meta" dir="auto">
					{props.role}
				</div>
			</Show>
		</div>
	);
}

function period({ startedYear, endedYear, stage }: FullPractice, t: Translate): string {
	const running = endedYear === null && stage !== "ended" && stage !== "failed";
	if (startedYear === null)
		return endedYear === null
			? t("practices.period_unknown")
			: t("practices.until", { year: String(endedYear) });
	if (running) return t("practices.since", { year: String(startedYear) });
	return endedYear === null || endedYear === startedYear
		? String(startedYear)
		: `${startedYear}–${endedYear}`;
}

function evidenceReason(reason: FullPractice["evidenceReason"], t: Translate): string {
	const words = {
		no_results: t("practices.evidence_no_results"),
		results_without_source: t("practices.evidence_results_without_source"),
		results_with_source: t("practices.evidence_results_with_source"),
		independent_evaluation: t("practices.evidence_independent_evaluation"),
		repeated_elsewhere: t("practices.evidence_repeated_elsewhere"),
	};
	return words[reason];
}

import { For, Show } from "solid-js";
import { useFormat } from "../format.ts";
import { Prose } from "../ui/Prose.tsx";
import { RuledList } from "../ui/RuledList.tsx";
import { Section } from "../ui/Section.tsx";
import { useWords } from "../words.ts";
import { conditionWord, supportWord } from "./condition-words.ts";
import { PracticeItem } from "./PracticeItem.tsx";
import { PracticeResults } from "./PracticeResults.tsx";
import { PracticeSources } from "./PracticeSources.tsx";
import type { FullPractice } from "./practices.data.ts";

/** The text of a practice in the order in which it is read; parts without content are left out. */
export function PracticeBody(props: { practice: FullPractice }) {
	const t = useWords();
	const { language } = props.practice;
	const Part = (part: { id: string; title: string; html: string }) => (
		<Show when={part.html}>
			<Section id={part.id} title={part.title}>
				<Prose html={part.html} lang={language} />
			</Section>
		</Show>
	);
	return (
		<>
			<Part id="situation" title={t("practices.situation")} html={props.practice.situationHtml} />
			<Part id="objectives" title={t("practices.objectives")} html={props.practice.objectivesHtml} />
			<Part id="target-groups" title={t("practices.target_groups")} html={props.practice.targetGroupsHtml} />
			<Part id="approach" title={t("practices.approach")} html={props.practice.approachHtml} />
			<Part id="outcome" title={t("practices.outcome")} html={props.practice.outcomeHtml} />
			<PracticeResults results={props.practice.results} />
			<BuildingBlocks practice={props.practice} />
			<Part id="failures" title={t("practices.failures")} html={props.practice.failuresHtml} />
			<Part id="hindsight" title={t("practices.hindsight")} html={props.practice.hindsightHtml} />
			<Part id="continuity" title={t("practices.continuity")} html={props.practice.continuityHtml} />
			<Conditions practice={props.practice} />
			<Part id="funding" title={t("practices.funding")} html={props.practice.fundingHtml} />
			<Part id="staff" title={t("practices.staff")} html={props.practice.staffHtml} />
			<Partners practice={props.practice} />
			<PracticeSources practice={props.practice} />
			<Related practice={props.practice} />
		</>
	);
}

function BuildingBlocks(props: { practice: FullPractice }) {
	const t = useWords();
	const { language } = props.practice;
	const Detail = (detail: { label: string; html: string }) => (
		<Show when={detail.html}>
			<p class="label">{detail.label}</p>
			<Prose html={detail.html} lang={language} />
		</Show>
	);
	return (
		<Show when={props.practice.buildingBlocks.length}>
			<Section id="building-blocks" title={t("practices.building_blocks")}>
				<p class="meta">{t("practices.building_blocks_hint")}</p>
				<RuledList items={props.practice.buildingBlocks} ordered>
					{(block) => (
						<>
							<h3 lang={language} dir="auto">
								{block.name}
							</h3>
							<Prose html={block.descriptionHtml} lang={language} />
							<Detail label={t("practice_terms.enabling")} html={block.enablingHtml} />
							<Detail label={t("practice_terms.lessons")} html={block.lessonsHtml} />
						</>
					)}
				</RuledList>
			</Section>
		</Show>
	);
}

function Conditions(props: { practice: FullPractice }) {
	const t = useWords();
	return (
		<Show when={props.practice.conditions.length}>
			<Section id="conditions" title={t("practices.conditions")}>
				<p class="meta">{t("practices.conditions_hint")}</p>
				<ul>
					<For each={props.practice.conditions}>
						{(condition) => (
							<li>
								<Show when={condition.kind !== "other"}>
									<strong>{conditionWord(t, condition.kind)}:</strong>{" "}
								</Show>
								<span lang={props.practice.language} dir="auto">
									{condition.description}
								</span>
							</li>
						)}
					</For>
				</ul>
			</Section>
		</Show>
	);
}

function Partners(props: { practice: FullPractice }) {
	const t = useWords();
	return (
		<Show when={props.practice.partners.length}>
			<Section id="partners" title={t("practices.partners")}>
				<ul>
					<For each={props.practice.partners}>
						{(partner) => (
							<li>
								<bdi>{partner.name}</bdi>
								<Show when={partner.support}>
									{(support) => <span class="meta"> ({supportWord(t, support())})</span>}
								</Show>
							</li>
						)}
					</For>
				</ul>
			</Section>
		</Show>
	);
}

/** Related practices, each with the reason why it stands here. */
function Related(props: { practice: FullPractice }) {
	const t = useWords();
	const { list } = useFormat();
	return (
		<Show when={props.practice.related.length}>
			<Section id="related" title={t("practices.related")}>
				<RuledList items={props.practice.related}>
					{(related) => (
						<>
							<PracticeItem practice={related.practice} />
							<p class="meta">
								{list(
									[
										related.sharedTopics.length
											? t("practices.because_topics", {
													topics: list(related.sharedTopics.map((topic) => topic.label)),
												})
											: "",
										related.sameCountry ? t("practices.because_country") : "",
										related.similarPlace ? t("practices.because_alike") : "",
									].filter(Boolean),
								)}
							</p>
						</>
					)}
				</RuledList>
			</Section>
		</Show>
	);
}

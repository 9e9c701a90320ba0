import { stages } from "@interurban/contract/vocabulary";
import { For } from "solid-js";
import { useLanguage } from "../../words.ts";
import { EvidenceBadge, StageBadge } from "../Badges.tsx";
import { Breadcrumbs } from "../Breadcrumbs.tsx";
import { DataTable } from "../DataTable.tsx";
import { EmptyState } from "../EmptyState.tsx";
import { Figure } from "../Figure.tsx";
import { Name } from "../Name.tsx";
import { NewItemsButton, NewSince } from "../NewItemsButton.tsx";
import { Pager } from "../Pager.tsx";
import { Person } from "../Person.tsx";
import { PostView } from "../PostView.tsx";
import { QuoteBlock } from "../QuoteBlock.tsx";
import { RuledItem, RuledList } from "../RuledList.tsx";
import { SdgTiles } from "../Sdgs.tsx";
import { Section } from "../Section.tsx";
import { Time } from "../Time.tsx";
import { names, sampleIn, sdgs } from "./samples.ts";

const results = [
	{ indicator: "Flooded basements", before: "212", after: "38", unit: "a year", source: "Fire brigade" },
	{
		indicator: "Plots with a risk map",
		before: "0",
		after: "54,318",
		unit: "plots",
		source: "Land registry",
	},
];

/** Lists, tables, badges, pictures, posts. */
export function ContentSamples() {
	const sample = sampleIn(useLanguage());
	const permalink = "/styleguide#post-1";
	return (
		<>
			<Section title={sample.discussion} id="discussion">
				<ol class="posts">
					<li>
						<PostView
							id="post-1"
							author={{ name: sample.questionBy, href: "/people/olena" }}
							place={sample.questionFrom}
							createdAt="2026-11-03T09:12:00Z"
							permalink={permalink}
							html={sample.question}
							actions={
								<>
									<a href="#reply">Reply</a>
									<a href="#quote">Quote</a>
									<button type="button">Edit</button>
								</>
							}
						/>
					</li>
					<li>
						<NewSince count={2} />
						<PostView
							id="post-2"
							author={{ name: sample.answerBy, href: "/people/miriam" }}
							place={sample.answerFrom}
							createdAt="2026-11-03T09:40:00Z"
							permalink={permalink}
							html={sample.answer}
							replyTo={{ name: sample.questionBy, href: "#post-1" }}
							accepted
							edited={permalink}
							actions={<a href="#reply">Reply</a>}
						/>
					</li>
					<li>
						<PostView
							id="post-3"
							author={{ name: names[3] ?? "", href: "/people/long" }}
							createdAt="2026-11-03T09:41:00Z"
							permalink={permalink}
							html=""
							deleted
						/>
					</li>
				</ol>
				<QuoteBlock by={sample.answerBy} href="#post-2">
					<div innerHTML={sample.answer} />
				</QuoteBlock>
				<NewItemsButton count={3} onClick={() => {}} />
			</Section>
			<Section title="Ruled list" id="ruled" aside={<a href="#ruled">All 90</a>}>
				<RuledList items={names}>
					{(name, index) => (
						<RuledItem
							href="/practices/sample"
							title={sample.title}
							kicker={index() === 0 ? sample.topics[0] : undefined}
							text={index() < 2 ? sample.lead : undefined}
							meta={[<Name>{name}</Name>, sample.dateline[2], <Time value="2026-11-03T09:12:00Z" />]}
							aside={index() % 2 === 0 ? <EvidenceBadge level="measured" /> : <StageBadge stage="running" />}
						/>
					)}
				</RuledList>
				<Pager next="?after=abc" first="?" />
			</Section>
			<Section title="Badges, goals, names" id="badges">
				<div class="stack">
					<p class="row">
						<For each={["described", "measured", "evaluated", "repeated"] as const}>
							{(level) => <EvidenceBadge level={level} />}
						</For>
					</p>
					<p class="row">
						<For each={stages}>{(stage) => <StageBadge stage={stage} />}</For>
					</p>
					<SdgTiles sdgs={sdgs} />
					<ul class="columns plain">
						<For each={names}>
							{(name) => (
								<li>
									<Person name={name} href="/people/somebody" about={sample.dateline[2]} />
								</li>
							)}
						</For>
					</ul>
					<p>
						<Time value="2026-11-03T09:12:00Z" /> · <Time value="2026-11-03T09:12:00Z" format="datetime" /> ·{" "}
						<Time value="2026-11-03T09:12:00Z" format="month" />
					</p>
				</div>
			</Section>
			<Section title="Table and picture" id="table">
				<div class="stack">
					<DataTable
						id="results"
						caption="Results"
						rows={results}
						columns={[
							{ label: "Indicator", cell: (row) => row.indicator },
							{ label: "Before", cell: (row) => row.before, numeric: true },
							{ label: "After", cell: (row) => row.after, numeric: true },
							{ label: "Unit", cell: (row) => row.unit },
							{ label: "Source", cell: (row) => row.source },
						]}
					/>
					<Figure
						src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 3 1'/%3E"
						alt="A map of the old town with the depth of water after an hour of heavy rain"
						width={900}
						height={300}
						caption="Depth of water after an hour of heavy rain."
						credit="City of Aachen, CC BY 4.0"
					/>
				</div>
			</Section>
			<Section title="Nothing here" id="empty">
				<Breadcrumbs
					items={[
						{ href: "/", label: "Interurban" },
						{ href: "/topics", label: sample.topics[1] },
					]}
				/>
				<EmptyState
					title="No practice matches all of these"
					action={{ href: "/challenges/new", label: "Ask the network" }}
				>
					Take away a filter, or put the question to those who may know.
				</EmptyState>
			</Section>
		</>
	);
}

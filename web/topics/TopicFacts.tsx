import { For, Show } from "solid-js";
import { FactList } from "../ui/FactList.tsx";
import { Link } from "../ui/Link.tsx";
import { SdgTiles } from "../ui/Sdgs.tsx";
import { useWords } from "../words.ts";
import type { FullTopic } from "./topics.data.ts";

type Neighbour = { id: string; label: string; practiceCount?: number };

/** The goals a topic serves and its neighbours in the scheme. */
export function TopicFacts(props: { topic: FullTopic }) {
	const t = useWords();
	const facts = () => [
		...(props.topic.sdgs.length
			? [
					{
						label: t("topics.goals"),
						value: (
							<SdgTiles
								sdgs={props.topic.sdgs.map(({ number, title }) => ({
									number,
									label: title,
									href: `/search?sdg=${number}`,
								}))}
							/>
						),
					},
				]
			: []),
		...neighbours(t("topics.broader"), props.topic.broader),
		...neighbours(t("topics.narrower"), props.topic.narrower),
		...neighbours(t("topics.related"), props.topic.related),
		...(props.topic.exactMatches.length
			? [{ label: t("topics.same_as"), value: <Elsewhere addresses={props.topic.exactMatches} /> }]
			: []),
		{ label: t("topics.as_data"), value: <Data address={`/concepts/${props.topic.id}`} /> },
	];
	return <FactList facts={facts()} />;
}

function neighbours(label: string, topics: readonly Neighbour[]) {
	return topics.length ? [{ label, value: <Neighbours topics={topics} /> }] : [];
}

function Neighbours(props: { topics: readonly Neighbour[] }) {
	return (
		<ul class="plain neighbours">
			<For each={props.topics}>
				{(topic) => (
					<li>
						<Link href={`/topics/${topic.id}`}>{topic.label}</Link>
						<Show when={topic.practiceCount}>{(count) => <span class="meta"> {count()}</span>}</Show>
					</li>
				)}
			</For>
		</ul>
	);
}

/** The same concept in other vocabularies. */
function Elsewhere(props: { addresses: readonly string[] }) {
	const nameOf = (address: string) => (address.includes("eurovoc") ? "EuroVoc" : "GEMET");
	return (
		<ul class="plain neighbours">
			<For each={props.addresses}>
				{(address) => (
					<li>
						<a href={address} rel="external">
							{nameOf(address)}
						</a>
					</li>
				)}
			</For>
		</ul>
	);
}

/** The concept in formats for programs. */
function Data(props: { address: string }) {
	return (
		<ul class="plain neighbours">
			<li>
				<a href={`${props.address}.ttl`} rel="external" download="">
					Turtle
				</a>
			</li>
			<li>
				<a href={`${props.address}.jsonld`} rel="external" download="">
					JSON-LD
				</a>
			</li>
		</ul>
	);
}

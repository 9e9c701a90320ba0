import { Head } from "../head.tsx";
import { useLanguage } from "../words.ts";
import { Button } from "./Button.tsx";
import { Dateline } from "./Dateline.tsx";
import { FactList } from "./FactList.tsx";
import { FacetGroup, FilterPanel } from "./FilterPanel.tsx";
import { Headline, Lead } from "./Headline.tsx";
import { Name } from "./Name.tsx";
import { Page } from "./Page.tsx";
import { Prose } from "./Prose.tsx";
import { SdgTiles } from "./Sdgs.tsx";
import { ContentSamples } from "./styleguide/Content.tsx";
import { FormSamples } from "./styleguide/Forms.tsx";
import { sampleIn, sdgs } from "./styleguide/samples.ts";
import { TopicLinks } from "./TopicLinks.tsx";

/** Every component in all its states; in development only. */
export default function StyleguidePage() {
	const sample = sampleIn(useLanguage());
	const [what, checked, place] = sample.dateline;
	return (
		<>
			<Head title="Style guide" noIndex />
			<Page
				dateline={<Dateline items={[what, checked, <Name>{place}</Name>]} />}
				head={
					<>
						<Headline
							kicker={<TopicLinks topics={sample.topics.map((label) => ({ href: "/topics", label }))} />}
						>
							{sample.title}
						</Headline>
						<Lead>{sample.lead}</Lead>
						<SdgTiles sdgs={[11, 13, 6, 17].flatMap((number) => sdgs[number - 1] ?? [])} />
						<Prose html={sample.html} />
						<p class="row">
							<Button kind="primary">{sample.ask}</Button>
							<Button>{sample.save}</Button>
						</p>
					</>
				}
				margin={
					<>
						<FactList facts={sample.facts.map(([label, value]) => ({ label, value }))} />
						<FilterPanel
							action="/styleguide"
							count={38}
							chosen={2}
							clear="/styleguide"
							hidden={[["q", "rain"]]}
						>
							<FacetGroup
								name="topic"
								label={sample.topics[1]}
								options={Array.from({ length: 14 }, (_, index) => ({
									value: String(index),
									label: `${sample.topics[index % 2]} ${index}`,
									count: 140 - index * 9,
									chosen: index === 1 || index === 11,
								}))}
							/>
							<FacetGroup
								name="country"
								label="Land"
								open
								options={[
									{ value: "DE", label: "Deutschland", count: 12, chosen: false },
									{ value: "JO", label: "الأردن", count: 4, chosen: false },
								]}
							/>
						</FilterPanel>
					</>
				}
			>
				<ContentSamples />
				<FormSamples />
			</Page>
		</>
	);
}

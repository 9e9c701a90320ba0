import { EntryList } from "../ui/EntryList.tsx";
import type { ChallengeTeaserData } from "./home.data.ts";

/** Open challenges beside something else: what is asked and by whom. */
export function ChallengeTeasers(props: { challenges: readonly ChallengeTeaserData[] }) {
	return (
		<EntryList
			layout="stacked"
			entries={props.challenges.map((challenge) => ({
				href: `/challenges/${challenge.id}${challenge.slug ? `-${challenge.slug}` : ""}`,
				label: challenge.title,
				lang: challenge.language,
				details: [challenge.place.name, challenge.place.countryName],
			}))}
		/>
	);
}

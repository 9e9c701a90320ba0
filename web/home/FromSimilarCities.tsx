import { PracticeItem } from "../practices/PracticeItem.tsx";
import { Link } from "../ui/Link.tsx";
import { RuledList } from "../ui/RuledList.tsx";
import { Section } from "../ui/Section.tsx";
import { useWords } from "../words.ts";
import type { HomeData } from "./home.data.ts";

/** What towns like a member's own have shared, the newest first. */
export default function FromSimilarCities(props: {
	place: NonNullable<NonNullable<HomeData["viewer"]>["person"]["place"]>;
}) {
	const t = useWords();
	return (
		<Section
			id="from-similar"
			title={t("home.from_similar", { place: props.place.name })}
			aside={
				<Link href={`/search?kind=practice&like=${props.place.id}&sort=similar`}>
					{t("home.all_practices")}
				</Link>
			}
		>
			<RuledList items={props.place.practicesOfSimilarPlaces.items}>
				{(practice) => <PracticeItem practice={practice} />}
			</RuledList>
		</Section>
	);
}

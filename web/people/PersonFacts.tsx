import { For } from "solid-js";
import { useTownName } from "../places/towns.ts";
import { type Fact, FactList } from "../ui/FactList.tsx";
import { Link } from "../ui/Link.tsx";
import { Name } from "../ui/Name.tsx";
import { useWords } from "../words.ts";
import type { FullPerson } from "./people.data.ts";

/** Where a person works, which languages they handle, and how to reach them, as far as they show it. */
export function PersonFacts(props: { person: FullPerson }) {
	const t = useWords();
	const townName = useTownName();
	const facts = (): Fact[] => {
		const { place, organisation, languages, email, phone } = props.person;
		const found: (Fact | null)[] = [
			organisation && { label: t("people.organisation"), value: <Name>{organisation.name}</Name> },
			place && {
				label: t("people.place"),
				value: <Link href={`/places/${place.id}-${place.slug}`}>{townName(place)}</Link>,
			},
			languages.length
				? {
						label: t("people.languages"),
						value: (
							<ul class="plain">
								<For each={languages}>
									{({ language, level }) => (
										<li>
											{t("people.languageAtLevel", {
												language: language.name,
												level: t(`people.knows_${level}`),
											})}
										</li>
									)}
								</For>
							</ul>
						),
					}
				: null,
			{ label: t("people.capacity"), value: t(`people.capacity_${props.person.capacity}`) },
			props.person.usuallyReplies
				? { label: t("people.replies"), value: t(`people.replies_${props.person.usuallyReplies}`) }
				: null,
			email ? { label: t("people.email"), value: <a href={`mailto:${email}`}>{email}</a> } : null,
			phone
				? {
						label: t("people.phone"),
						value: (
							<a href={`tel:${phone.replace(/[^+\d]/g, "")}`}>
								<bdi>{phone}</bdi>
							</a>
						),
					}
				: null,
		];
		return found.filter((fact) => fact !== null);
	};
	return <FactList facts={facts()} />;
}

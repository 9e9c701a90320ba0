import type { PersonTeaserFragment } from "../generated/types.ts";
import { EntryList } from "../ui/EntryList.tsx";

/** People beside something else: name, what they do, where. */
export function PeopleEntries(props: { people: readonly PersonTeaserFragment[] }) {
	return (
		<EntryList
			entries={props.people.map((person) => ({
				href: `/people/${person.handle}`,
				label: person.name,
				details: [person.jobTitle, person.organisation?.name ?? "", person.place?.name ?? ""].filter(Boolean),
			}))}
		/>
	);
}

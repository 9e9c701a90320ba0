import { For, Show } from "solid-js";
import type { PersonItemFragment } from "../generated/types.ts";
import { Link } from "../ui/Link.tsx";
import { Name } from "../ui/Name.tsx";

/** People beside something else: name, what they do, where. */
export function PeopleEntries(props: { people: readonly PersonItemFragment[] }) {
	return (
		<ul class="plain columns">
			<For each={props.people}>
				{(person) => (
					<li class="entry">
						<Link href={`/people/${person.handle}`}>
							<Name>{person.name}</Name>
						</Link>
						<ul class="meta dotted">
							<Show when={person.jobTitle}>{(title) => <li dir="auto">{title()}</li>}</Show>
							<Show when={person.organisation}>
								{(organisation) => (
									<li>
										<Name>{organisation().name}</Name>
									</li>
								)}
							</Show>
							<Show when={person.place}>
								{(place) => (
									<li>
										<Name>{place().name}</Name>
									</li>
								)}
							</Show>
						</ul>
					</li>
				)}
			</For>
		</ul>
	);
}

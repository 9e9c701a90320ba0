import { For, Show } from "solid-js";
import { Link } from "../ui/Link.tsx";
import { Name } from "../ui/Name.tsx";
import { Time } from "../ui/Time.tsx";
import { useWords } from "../words.ts";
import type { ChallengeTeaserData } from "./home.data.ts";

/** Open challenges beside something else: what is asked, by whom, until when. */
export function ChallengeTeasers(props: { challenges: readonly ChallengeTeaserData[] }) {
	const t = useWords();
	return (
		<ul class="plain entries">
			<For each={props.challenges}>
				{(challenge) => (
					<li class="entry">
						<Link
							href={`/challenges/${challenge.id}${challenge.slug ? `-${challenge.slug}` : ""}`}
							lang={challenge.language}
						>
							<bdi>{challenge.title}</bdi>
						</Link>
						<ul class="meta dotted">
							<li>
								<Name>{challenge.place.name}</Name>
							</li>
							<Show when={challenge.neededBy}>
								{(day) => (
									<li>
										{t("home.needed_by")} <Time value={day()} />
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

import { For } from "solid-js";
import { Link } from "./Link.tsx";
import type { NavItem } from "./links.ts";
import { Name } from "./Name.tsx";

/** Topics of a thing, each leading to its page, on one line. */
export function TopicLinks(props: { topics: readonly NavItem[] }) {
	return (
		<ul class="topic-links dotted">
			<For each={props.topics}>
				{(topic) => (
					<li>
						<Link href={topic.href}>
							<Name>{topic.label}</Name>
						</Link>
					</li>
				)}
			</For>
		</ul>
	);
}

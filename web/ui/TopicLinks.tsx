import { For } from "solid-js";
import { Link } from "./Link.tsx";
import type { NavItem } from "./links.ts";

/** Topics of a thing, each leading to its page, on one line. */
export function TopicLinks(props: { topics: readonly NavItem[] }) {
	return (
		<ul class="topic-links dotted">
			<For each={props.topics}>
				{(topic) => (
					<li>
						<Link href={topic.href}>{topic.label}</Link>
					</li>
				)}
			</For>
		</ul>
	);
}

import { type JSX, Show } from "solid-js";
import { Avatar } from "./Avatar.tsx";
import { Link } from "./Link.tsx";
import { Name } from "./Name.tsx";

/** A person in a list: picture or initials, name, a line on who they are. */
export function Person(props: {
	name: string;
	href: string;
	picture?: string | null | undefined;
	about?: JSX.Element;
}) {
	return (
		<div class="person">
			<Avatar name={props.name} picture={props.picture} />
			<div>
				<Link href={props.href}>
					<Name>{props.name}</Name>
				</Link>
				<Show when={props.about}>{(about) => <div class="meta">{about()}</div>}</Show>
			</div>
		</div>
	);
}

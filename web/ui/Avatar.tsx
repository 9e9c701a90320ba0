import { Show } from "solid-js";
import { initialsOf } from "./text.ts";

/** A person's picture, or their initials. Decoration: the name stands beside it. */
export function Avatar(props: { name: string; picture?: string | null | undefined; large?: boolean }) {
	return (
		<span class="avatar" classList={{ "avatar-large": props.large === true }} aria-hidden="true">
			<Show when={props.picture} fallback={<bdi>{initialsOf(props.name)}</bdi>}>
				{(picture) => <img src={picture()} alt="" width="96" height="96" loading="lazy" decoding="async" />}
			</Show>
		</span>
	);
}

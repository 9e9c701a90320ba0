import { initialsOf } from "./text.ts";

/** A person's picture, or their initials. Decoration: the name stands beside it. */
export function Avatar(props: { name: string; picture?: string | null | undefined; large?: boolean }) {
	return (
		<span class="avatar" classList={{ "avatar-large": props.large === true }} aria-hidden="true">
			{props.picture ? (
				<img src={props.picture} alt="" width="96" height="96" loading="lazy" decoding="async" />
			) : (
				<bdi>{initialsOf(props.name)}</bdi>
			)}
		</span>
	);
}

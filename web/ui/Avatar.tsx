import { Show } from "solid-js";

/** The first characters of the first and last word, as a reader counts characters: "Олена Коваль" → "ОК". */
export function initialsOf(name: string): string {
	const words = name.split(/[\s\u00a0]+/).filter((word) => /\p{L}/u.test(word));
	const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
	const first = (word = "") => {
		for (const { segment } of new Intl.Segmenter().segment(word.replace(/^[^\p{L}]+|^ال(?=..)/u, "")))
			return segment;
		return "";
	};
	return ends.map(first).join("").toLocaleUpperCase();
}

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

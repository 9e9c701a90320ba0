import { Show } from "solid-js";

const characters = "Segmenter" in Intl ? new Intl.Segmenter() : null;

/** The first characters of the first and last word, as a reader counts characters: "Олена Коваль" → "ОК". */
export function initialsOf(name: string): string {
	const words = name.split(/[\s\u00a0]+/).filter((word) => /\p{L}/u.test(word));
	const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
	const first = (word = "") => {
		const letters = word.replace(/^[^\p{L}]+|^ال(?=..)/u, "");
		return characters?.segment(letters).containing(0)?.segment ?? letters.slice(0, 1);
	};
	return ends.map(first).join("").toUpperCase();
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

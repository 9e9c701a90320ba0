import { createEffect, createSignal, For, on, Show } from "solid-js";
import { useWords } from "../words.ts";
import { PictureRow } from "./PictureRow.tsx";

/** What was given and is not in the text yet. */
export default function Pictures(props: {
	/** Each list that comes here is added to those before. */
	given: readonly File[];
	onInsert: (markdown: string) => void;
	onWaiting: (count: number) => void;
}) {
	const t = useWords();
	const [files, setFiles] = createSignal<readonly File[]>([]);
	const change = (next: readonly File[]) => {
		setFiles(next);
		props.onWaiting(next.length);
	};
	createEffect(
		on(
			() => props.given,
			(given) => change([...files(), ...given]),
		),
	);
	const remove = (file: File) => change(files().filter((other) => other !== file));
	return (
		<Show when={files().length > 0}>
			<ul class="plain" aria-label={t("pictures.list")}>
				<For each={files()}>
					{(file) => (
						<PictureRow
							file={file}
							onInsert={(markdown) => {
								remove(file);
								props.onInsert(markdown);
							}}
							onRemove={() => remove(file)}
						/>
					)}
				</For>
			</ul>
		</Show>
	);
}

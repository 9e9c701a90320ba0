import { createSignal, Show } from "solid-js";
import { whileWriting } from "../topics/while-writing.ts";
import type { TextFields } from "../topics/written.ts";
import { announce } from "../ui/LiveRegion.tsx";
import { useWords } from "../words.ts";
import { SimilarList } from "./SimilarList.tsx";
import { findSimilar, type SimilarThing } from "./similar.data.ts";

/** Letters of a title that say something. */
const enough = 8;

/**
 * What there is, looked for again while the form's text changes. The list opens by itself only above what somebody is
 * writing at the moment, so that nothing moves below their hands; its one line has its place from the start.
 */
export default function OfferedSimilar(props: TextFields) {
	const t = useWords();
	const [found, setFound] = createSignal<readonly SimilarThing[]>([]);
	const [isOpen, setOpen] = createSignal(false);
	let isChosen = false;
	let root: HTMLDivElement | undefined;

	whileWriting(
		() => root,
		props,
		async (written) => (written.title.length >= enough ? findSimilar(written) : []),
		(things) => {
			const isNews = things.some(({ id }) => !found().some((known) => known.id === id));
			if (!isChosen) setOpen(!isBelow(root));
			setFound(things);
			if (isNews) announce(t("similar.found", { count: things.length }));
		},
	);

	return (
		<div ref={root} class="similar">
			<Show when={found().length}>
				{(count) => (
					<details
						open={isOpen()}
						onToggle={({ currentTarget: { open } }) => {
							if (open === isOpen()) return;
							isChosen = true;
							setOpen(open);
						}}
					>
						<summary>{t("similar.found", { count: count() })}</summary>
						<SimilarList found={found()} />
					</details>
				)}
			</Show>
		</div>
	);
}

/** Whether what has the focus stands below an element. */
function isBelow(element: HTMLElement | undefined): boolean {
	const focused = document.activeElement;
	if (!element || !focused || focused === document.body) return false;
	return (element.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

import { useLocation } from "@solidjs/router";
import { createSignal, onMount, Show } from "solid-js";
import { NoHydration } from "solid-js/web";
import { part } from "../part.ts";
import { announce } from "../ui/LiveRegion.tsx";
import { Pager } from "../ui/Pager.tsx";
import { useWords } from "../words.ts";
import { getMoreResults, type MoreResults, type Results } from "./search.data.ts";
import { addressOf, type SearchState } from "./search-address.ts";

const answer = () => import("./Answer.tsx");
const words = ["search_results"];
const Answer = part(async () => ({ default: (await answer()).Answer }), words);
const Hits = part(async () => ({ default: (await answer()).Hits }), words);
const HearOfNew = part(async () => ({ default: (await answer()).HearOfNew }), words);

/**
 * What was found. "More" leads to the next page; with JavaScript the page comes below what is there, and is there again
 * when the reader comes back. The first page of a first visit stays as the server made it: script and words for it are
 * loaded when something changes.
 */
export function ResultList(props: { state: SearchState; results: Results }) {
	const t = useWords();
	const location = useLocation<{ pages?: number }>();
	const [more, setMore] = createSignal<MoreResults[]>([]);
	const [busy, setBusy] = createSignal(false);
	const shown = () => [props.results, ...more()].reduce((sum, { items }) => sum + items.length, 0);
	const next = () => (more().at(-1) ?? props.results).nextCursor;
	let list: HTMLDivElement | undefined;

	const load = async (): Promise<MoreResults | null> => {
		const after = next();
		if (!after) return null;
		setBusy(true);
		try {
			const [page] = await Promise.all([getMoreResults({ ...props.state, after }), Hits.preload()]);
			setMore([...more(), page]);
			return page;
		} finally {
			setBusy(false);
		}
	};
	const follow = async (event: MouseEvent) => {
		const link = (event.target as Element).closest("a[rel=next]");
		if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
		event.preventDefault();
		if (busy()) return;
		const first = shown();
		const page = await load().catch(() => {
			window.location.href = (link as HTMLAnchorElement).href;
		});
		if (!page) return;
		announce(t("search.more_found", { count: page.items.length }));
		list?.querySelectorAll<HTMLElement>(".ruled h3 a")[first]?.focus();
		history.replaceState({ ...history.state, pages: more().length }, "");
	};
	onMount(async () => {
		const pages = Math.min(Number(location.state?.pages) || 0, 20);
		for (let page = 0; page < pages && (await load().catch(() => null)); page++);
	});

	return (
		<div ref={list} class="stack" aria-busy={busy()} on:click={follow}>
			<div>
				<NoHydration>
					<Answer state={props.state} results={props.results} />
				</NoHydration>
			</div>
			<Show when={more().length}>
				<Hits items={more().flatMap(({ items }) => items)} like={props.results.similarTo?.name} />
			</Show>
			<Pager
				next={next() ? addressOf(props.state, { after: next() ?? "" }) : undefined}
				first={props.state.after ? addressOf(props.state) : undefined}
			/>
			<Show when={props.results.items.length}>
				<div>
					<NoHydration>
						<HearOfNew state={props.state} results={props.results} />
					</NoHydration>
				</div>
			</Show>
		</div>
	);
}

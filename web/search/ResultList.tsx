import { useLocation } from "@solidjs/router";
import { createSignal, lazy, onMount, Show } from "solid-js";
import { NoHydration } from "solid-js/web";
import { announce } from "../ui/LiveRegion.tsx";
import { Pager } from "../ui/Pager.tsx";
import { useWords } from "../words.ts";
import { getMoreResults, type MoreResults, type Results } from "./search.data.ts";
import { addressOf, type SearchState } from "./search-address.ts";

const Hits = lazy(() => import("./Hits.tsx"));

/**
 * What was found. "More" leads to the next page; with JavaScript the page comes below what is there, and is there again
 * when the reader comes back. The first page of a first visit stays as the server made it: its code is loaded when the
 * list changes.
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
		<div ref={list} aria-busy={busy()} on:click={follow}>
			<h2 class="visually-hidden">{t("search.results")}</h2>
			<div>
				<NoHydration>
					<Hits items={props.results.items} />
				</NoHydration>
			</div>
			<Show when={more().length}>
				<Hits items={more().flatMap(({ items }) => items)} />
			</Show>
			<Pager
				next={next() ? addressOf(props.state, { after: next() ?? "" }) : undefined}
				first={props.state.after ? addressOf(props.state) : undefined}
			/>
		</div>
	);
}

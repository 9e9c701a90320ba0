import { useLocation } from "@solidjs/router";
import { createSignal, onMount } from "solid-js";
import { announce } from "../ui/LiveRegion.tsx";
import { Pager } from "../ui/Pager.tsx";
import { RuledList } from "../ui/RuledList.tsx";
import { useWords } from "../words.ts";
import { SearchHit } from "./SearchHit.tsx";
import { getMoreResults, type MoreResults, type Results } from "./search.data.ts";
import { addressOf, type SearchState } from "./search-address.ts";

/**
 * What was found. "More" leads to the next page; with JavaScript the page comes below what is there, and is there again
 * when the reader comes back.
 */
export function ResultList(props: { state: SearchState; results: Results }) {
	const t = useWords();
	const location = useLocation<{ pages?: number }>();
	const [more, setMore] = createSignal<MoreResults[]>([]);
	const [busy, setBusy] = createSignal(false);
	const items = () => [...props.results.items, ...more().flatMap((page) => page.items)];
	const next = () => (more().at(-1) ?? props.results).nextCursor;
	let list: HTMLDivElement | undefined;

	const load = async (): Promise<MoreResults | null> => {
		const after = next();
		if (!after) return null;
		setBusy(true);
		try {
			const page = await getMoreResults({ ...props.state, after });
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
		const shown = items().length;
		const page = await load().catch(() => {
			window.location.href = (link as HTMLAnchorElement).href;
		});
		if (!page) return;
		announce(t("search.more_found", { count: page.items.length }));
		list?.querySelectorAll<HTMLElement>(".ruled h3 a")[shown]?.focus();
		history.replaceState({ ...history.state, pages: more().length }, "");
	};
	onMount(async () => {
		const pages = Math.min(Number(location.state?.pages) || 0, 20);
		for (let page = 0; page < pages && (await load().catch(() => null)); page++);
	});

	return (
		<div ref={list} aria-busy={busy()} on:click={follow}>
			<h2 class="visually-hidden">{t("search.results")}</h2>
			<RuledList items={items()} long>
				{(hit) => <SearchHit hit={hit} />}
			</RuledList>
			<Pager
				next={next() ? addressOf(props.state, { after: next() ?? "" }) : undefined}
				first={props.state.after ? addressOf(props.state) : undefined}
			/>
		</div>
	);
}

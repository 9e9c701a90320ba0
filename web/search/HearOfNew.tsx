import { createAsync } from "@solidjs/router";
import { Show, Suspense } from "solid-js";
import { part } from "../part.ts";
import { getViewer } from "../shell/shell.data.ts";
import { useAddress } from "../ui/address.ts";
import { useWords } from "../words.ts";
import type { Results } from "./search.data.ts";
import { addressOf, feedOf, type SearchState } from "./search-address.ts";

const SaveSearch = part(() => import("../alerts/SaveSearch.tsx"), ["alerts"]);

/** How to hear of what is new in a search: an alert for members, a feed for everybody. */
export function HearOfNew(props: { state: SearchState; results: Results }) {
	const t = useWords();
	const address = useAddress();
	const viewer = createAsync(() => getViewer());
	return (
		<div class="hear-of-new">
			<Suspense>
				<Show
					when={viewer()?.viewer}
					fallback={
						<a href={address(`/sign-in?next=${encodeURIComponent(addressOf(props.state))}`)} rel="nofollow">
							{t("search_results.hear_of_new")}
						</a>
					}
				>
					<SaveSearch state={props.state} results={props.results} />
				</Show>
			</Suspense>
			<a href={address(feedOf(props.state))} rel="external">
				{t("search_results.feed")}
			</a>
		</div>
	);
}

import { Show } from "solid-js";
import { LinkButton } from "../ui/Button.tsx";
import { Link } from "../ui/Link.tsx";
import { useWords } from "../words.ts";
import type { DiscussionAddress } from "./discussion-address.ts";
import { pageLength } from "./threads.data.ts";

/** Leads to the posts before those shown. `after` is the number before the first of these. */
export function EarlierPosts(props: { address: DiscussionAddress; after: number }) {
	const t = useWords();
	return (
		<Show when={props.after > 0}>
			<nav class="pager" aria-label={t("threads.earlier")}>
				<LinkButton href={props.address.page(Math.max(props.after - pageLength, 0))} rel="prev">
					{t("threads.earlier")}
				</LinkButton>
				<Show when={props.after > pageLength}>
					<Link href={props.address.page(0)}>{t("threads.first")}</Link>
				</Show>
			</nav>
		</Show>
	);
}

/** Leads to the posts behind those shown. `last` is the number of the last of these. */
export function LaterPosts(props: { address: DiscussionAddress; last: number; postCount: number }) {
	const t = useWords();
	const lastPage = () => props.address.lastPage(props.postCount);
	return (
		<Show when={props.last < props.postCount}>
			<nav class="pager" aria-label={t("threads.later")}>
				<LinkButton href={props.address.page(props.last)} rel="next">
					{t("threads.later")}
				</LinkButton>
				<Show when={lastPage() > props.last}>
					<Link href={props.address.page(lastPage())}>{t("threads.newest")}</Link>
				</Show>
			</nav>
		</Show>
	);
}

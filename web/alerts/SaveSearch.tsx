import { createAsync, useLocation } from "@solidjs/router";
import { For, Show } from "solid-js";
import IconBell from "~icons/lucide/bell";
import IconBellRing from "~icons/lucide/bell-ring";
import IconFeed from "~icons/lucide/rss";
import { useErrorWords } from "../errors.ts";
import { SaveSearch as SaveSearchOperation } from "../generated/operations.ts";
import { withNext } from "../people/next.ts";
import { postedState } from "../posted.ts";
import { type Results, variablesOf } from "../search/search.data.ts";
import { addressOf, feedOf, type SearchState } from "../search/search-address.ts";
import { getViewer } from "../shell/shell.data.ts";
import { useAddress } from "../ui/address.ts";
import { Button } from "../ui/Button.tsx";
import { Link } from "../ui/Link.tsx";
import { Notice } from "../ui/Notice.tsx";
import { useWords } from "../words.ts";

/**
 * How to hear of what is new in a search: an alert for members, a feed for everybody. Posted by the browser itself, so
 * that pages of results need no script of forms.
 */
export function SaveSearch(props: { state: SearchState; results: Results }) {
	const t = useWords();
	const words = useErrorWords();
	const address = useAddress();
	const location = useLocation();
	const viewer = createAsync(() => getViewer());
	const refused = postedState(SaveSearchOperation.name)?.issues[0];
	const fields = () => {
		const { text, filter, ownFirst } = variablesOf(props.state);
		const chosen = Object.entries(filter ?? {}).flatMap(([facet, values]) =>
			(values ?? []).map((value) => [`search.filter.${facet}`, value] as const),
		);
		return [["search.text", text ?? ""] as const, ...chosen, ["search.ownFirst", String(ownFirst)] as const];
	};
	return (
		<>
			<Show when={refused}>{(issue) => <Notice kind="danger">{words(issue())}</Notice>}</Show>
			<div class="save-search">
				<Show
					when={viewer()?.viewer}
					fallback={
						<Link href={withNext("/sign-in", addressOf(props.state))} rel="nofollow">
							<IconBell class="icon" aria-hidden="true" />
							<span>{t("search.save_sign_in")}</span>
						</Link>
					}
				>
					<Show
						when={props.results.alert}
						fallback={
							<form method="post" action={`${location.pathname}${location.search}`}>
								<input type="hidden" name="_form" value={SaveSearchOperation.name} />
								<For each={fields()}>
									{([name, value]) => <input type="hidden" name={name} value={value} />}
								</For>
								<Button kind="quiet">
									<IconBell class="icon" aria-hidden="true" />
									{t("search.save")}
								</Button>
							</form>
						}
					>
						<span>
							<IconBellRing class="icon" aria-hidden="true" />
							{t("search.saved")}
						</span>
						<Link href="/alerts">{t("search.alerts")}</Link>
					</Show>
				</Show>
				<a href={address(feedOf(props.state))} rel="external" type="application/atom+xml">
					<IconFeed class="icon" aria-hidden="true" />
					<span>{t("search.feed")}</span>
				</a>
			</div>
		</>
	);
}

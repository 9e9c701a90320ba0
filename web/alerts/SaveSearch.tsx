import { useLocation } from "@solidjs/router";
import { For, Show } from "solid-js";
import IconBell from "~icons/lucide/bell";
import IconBellRing from "~icons/lucide/bell-ring";
import { useErrorWords } from "../errors.ts";
import { SaveSearch as SaveSearchOperation } from "../generated/operations.ts";
import { postedState } from "../posted.ts";
import { type Results, variablesOf } from "../search/search.data.ts";
import type { SearchState } from "../search/search-address.ts";
import { Button } from "../ui/Button.tsx";
import { Link } from "../ui/Link.tsx";
import { Notice } from "../ui/Notice.tsx";
import { useWords } from "../words.ts";

/**
 * Makes an alert of a search, or says that it is one. Posted by the browser itself, so that pages of results need no
 * script of forms.
 */
export default function SaveSearch(props: { state: SearchState; results: Results }) {
	const t = useWords();
	const words = useErrorWords();
	const location = useLocation();
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
			<Show
				when={props.results.alert}
				fallback={
					<form method="post" action={`${location.pathname}${location.search}`}>
						<input type="hidden" name="_form" value={SaveSearchOperation.name} />
						<For each={fields()}>{([name, value]) => <input type="hidden" name={name} value={value} />}</For>
						<Button kind="quiet">
							<IconBell />
							{t("alerts.tell_me")}
						</Button>
					</form>
				}
			>
				<span>
					<IconBellRing />
					{t("alerts.told")}
				</span>
				<Link href="/alerts">{t("alerts.own")}</Link>
			</Show>
		</>
	);
}

import { Show } from "solid-js";
import { useWords } from "../words.ts";
import { LinkButton } from "./Button.tsx";
import { Link } from "./Link.tsx";

/** Leads on through a list. `first` leads back to its start, from any later page. */
export function Pager(props: {
	next?: string | undefined;
	first?: string | undefined;
	label?: string | undefined;
}) {
	const t = useWords();
	return (
		<Show when={props.next || props.first}>
			<nav class="pager" aria-label={props.label ?? t("ui.more")}>
				<Show when={props.next}>
					{(href) => (
						<LinkButton href={href()} rel="next">
							{t("ui.more")}
						</LinkButton>
					)}
				</Show>
				<Show when={props.first}>{(href) => <Link href={href()}>{t("ui.first")}</Link>}</Show>
			</nav>
		</Show>
	);
}

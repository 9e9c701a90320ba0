import { type JSX, Match, Show, Switch } from "solid-js";
import IconSuccess from "~icons/lucide/check";
import IconDanger from "~icons/lucide/circle-alert";
import IconInfo from "~icons/lucide/info";
import IconWarning from "~icons/lucide/triangle-alert";
import { useWords } from "../words.ts";

export type NoticeKind = "info" | "success" | "warning" | "danger";

/**
 * A message beside the content. It says in words and by an icon of what kind it is. `live` lets screen readers say it
 * when it appears after the page was read.
 */
export function Notice(props: {
	kind: NoticeKind;
	title?: string | undefined;
	live?: boolean;
	children?: JSX.Element;
}) {
	const t = useWords();
	const word = () =>
		({
			info: t("ui.noticeInfo"),
			success: t("ui.noticeSuccess"),
			warning: t("ui.noticeWarning"),
			danger: t("ui.noticeDanger"),
		})[props.kind];
	return (
		<div class={`notice notice-${props.kind}`} role={props.live ? "status" : undefined}>
			<Switch>
				<Match when={props.kind === "info"}>
					<IconInfo />
				</Match>
				<Match when={props.kind === "success"}>
					<IconSuccess />
				</Match>
				<Match when={props.kind === "warning"}>
					<IconWarning />
				</Match>
				<Match when={props.kind === "danger"}>
					<IconDanger />
				</Match>
			</Switch>
			<div>
				<p class="notice-title">
					<Show when={props.title} fallback={word()}>
						<span class="visually-hidden">{word()}: </span>
						{props.title}
					</Show>
				</p>
				{props.children}
			</div>
		</div>
	);
}

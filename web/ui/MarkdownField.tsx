import type { JSX } from "solid-js";
import IconBold from "~icons/lucide/bold";
import IconHeading from "~icons/lucide/heading";
import IconItalic from "~icons/lucide/italic";
import IconLink from "~icons/lucide/link";
import IconList from "~icons/lucide/list";
import IconNumbers from "~icons/lucide/list-ordered";
import IconQuote from "~icons/lucide/quote";
import { useWords } from "../words.ts";
import { Field, useField } from "./Field.tsx";
import { TextAreaControl, type TextAreaProps } from "./TextArea.tsx";

type Attributes = JSX.HTMLAttributes<HTMLElement> & { for?: string; level?: string };

declare module "solid-js" {
	namespace JSX {
		interface IntrinsicElements {
			"markdown-toolbar": Attributes;
			"md-header": Attributes;
			"md-bold": Attributes;
			"md-italic": Attributes;
			"md-quote": Attributes;
			"md-link": Attributes;
			"md-unordered-list": Attributes;
			"md-ordered-list": Attributes;
		}
	}
}

/** A text area for Markdown with a toolbar, whose script is loaded when somebody comes near. */
export function MarkdownField(props: TextAreaProps) {
	const t = useWords();
	const state = useField(props);
	// Without a connection it stays a plain text area.
	const load = () => void import("@github/markdown-toolbar-element").catch(() => {});
	return (
		<Field of={props} state={state}>
			<div class="markdown" onFocusIn={load} onPointerEnter={load}>
				<markdown-toolbar for={state.id()} aria-label={t("ui.mdToolbar")}>
					<md-header
						level="3"
						role="button"
						tabindex="-1"
						aria-label={t("ui.mdHeading")}
						title={t("ui.mdHeading")}
					>
						<IconHeading />
					</md-header>
					<md-bold role="button" tabindex="-1" aria-label={t("ui.mdBold")} title={t("ui.mdBold")}>
						<IconBold />
					</md-bold>
					<md-italic role="button" tabindex="-1" aria-label={t("ui.mdItalic")} title={t("ui.mdItalic")}>
						<IconItalic />
					</md-italic>
					<md-link role="button" tabindex="-1" aria-label={t("ui.mdLink")} title={t("ui.mdLink")}>
						<IconLink />
					</md-link>
					<md-quote role="button" tabindex="-1" aria-label={t("ui.mdQuote")} title={t("ui.mdQuote")}>
						<IconQuote />
					</md-quote>
					<md-unordered-list role="button" tabindex="-1" aria-label={t("ui.mdList")} title={t("ui.mdList")}>
						<IconList />
					</md-unordered-list>
					<md-ordered-list
						role="button"
						tabindex="-1"
						aria-label={t("ui.mdNumbers")}
						title={t("ui.mdNumbers")}
					>
						<IconNumbers />
					</md-ordered-list>
				</markdown-toolbar>
				<TextAreaControl of={props} state={state} />
			</div>
		</Field>
	);
}

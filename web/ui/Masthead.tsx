import { For, type JSX } from "solid-js";
import IconMenu from "~icons/lucide/menu";
import IconX from "~icons/lucide/x";
import { useWords } from "../words.ts";
import { useAddress } from "./address.ts";
import { LanguageMenu } from "./LanguageMenu.tsx";
import type { LanguageLink, NavItem } from "./links.ts";
import { SearchField } from "./SearchField.tsx";

/**
 * The head of every page. On a phone everything but the wordmark is a popover, opened without JavaScript.
 * `account` is an `AccountMenu`.
 */
export function Masthead(props: {
	home: string;
	nav: NavItem[];
	search: { action: string; value?: string | undefined };
	languages: LanguageLink[];
	account: JSX.Element;
}) {
	const t = useWords();
	const address = useAddress();
	return (
		<header class="masthead">
			<div class="wrap masthead-row">
				<a class="wordmark" href={address(props.home)} translate="no">
					Interurban
				</a>
				<button type="button" class="menu-button narrow-only" popovertarget="masthead-menu">
					<IconMenu class="icon" aria-hidden="true" />
					{t("ui.menu")}
				</button>
				<div id="masthead-menu" class="masthead-menu" popover="auto" onClick={closeAfterLink}>
					<button
						type="button"
						class="menu-button narrow-only"
						popovertarget="masthead-menu"
						popovertargetaction="hide"
					>
						<IconX class="icon" aria-hidden="true" />
						{t("ui.close")}
					</button>
					<nav class="main-nav" aria-label={t("ui.mainNavigation")}>
						<ul class="plain">
							<For each={props.nav}>
								{(item) => (
									<li>
										<a href={address(item.href)} aria-current={item.current ? "page" : undefined}>
											<span>{item.label}</span>
										</a>
									</li>
								)}
							</For>
						</ul>
					</nav>
					<SearchField action={props.search.action} value={props.search.value} />
					<LanguageMenu languages={props.languages} />
					{props.account}
				</div>
			</div>
		</header>
	);
}

/** Closes an open menu once one of its links was followed: the page may change without being loaded anew. */
function closeAfterLink(event: MouseEvent & { currentTarget: HTMLElement }) {
	const link = (event.target as Element).closest("a");
	const menu = link?.closest<HTMLElement>("[popover]");
	if (menu?.matches(":popover-open")) menu.hidePopover();
	if (link && event.currentTarget.matches(":popover-open")) event.currentTarget.hidePopover();
}

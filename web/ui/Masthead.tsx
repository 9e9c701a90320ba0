import { useBeforeLeave } from "@solidjs/router";
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
 * `account` is an `AccountMenu`, or links for visitors.
 */
export function Masthead(props: {
	home: string;
	nav: NavItem[];
	search: { action: string; value?: string | undefined };
	languages: LanguageLink[];
	account: JSX.Element;
	/** What a phone shows at the menu's button: that something is new behind it. */
	mark?: JSX.Element;
}) {
	const t = useWords();
	const address = useAddress();
	useBeforeLeave(closeMenus);
	return (
		<header class="masthead">
			<div class="wrap masthead-row">
				<a class="wordmark" href={address(props.home)} translate="no">
					Interurban
				</a>
				<button type="button" class="menu-button narrow-only" popovertarget="masthead-menu">
					<IconMenu />
					{t("ui.menu")}
					{props.mark}
				</button>
				<div id="masthead-menu" class="masthead-menu" popover="auto">
					<button
						type="button"
						class="menu-button narrow-only"
						popovertarget="masthead-menu"
						popovertargetaction="hide"
					>
						<IconX />
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

/** The page changes without being loaded anew: open menus would stay. Panels of the page itself go with it. */
function closeMenus() {
	for (const menu of document.querySelectorAll<HTMLElement>(".masthead :popover-open")) menu.hidePopover();
}

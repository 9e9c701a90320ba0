import { For, type JSX } from "solid-js";
import { useWords } from "../words.ts";
import { useAddress } from "./address.ts";
import type { NavItem } from "./links.ts";

/** The foot of every page: links, then a line on who stands behind it. */
export function Footer(props: { links: NavItem[]; children?: JSX.Element }) {
	const t = useWords();
	const address = useAddress();
	return (
		<footer class="footer">
			<div class="wrap">
				<nav aria-label={t("ui.footerNavigation")}>
					<ul class="plain">
						<For each={props.links}>
							{(link) => (
								<li>
									<a href={address(link.href)}>{link.label}</a>
								</li>
							)}
						</For>
					</ul>
				</nav>
				{props.children}
			</div>
		</footer>
	);
}

import { For, type JSX } from "solid-js";
import { useWords } from "../words.ts";
import { useAddress } from "./address.ts";
import type { NavItem } from "./links.ts";

/** The bar at the bottom of a phone: five places, each with an icon. Hidden on wide screens. */
export function BottomBar(props: { items: (NavItem & { icon: () => JSX.Element })[] }) {
	const t = useWords();
	const address = useAddress();
	return (
		<nav class="bottom-bar" aria-label={t("ui.quickNavigation")}>
			<ul class="plain">
				<For each={props.items}>
					{(item) => (
						<li>
							<a href={address(item.href)} aria-current={item.current ? "page" : undefined}>
								{item.icon()}
								<span>{item.label}</span>
							</a>
						</li>
					)}
				</For>
			</ul>
		</nav>
	);
}

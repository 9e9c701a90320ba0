import { For } from "solid-js";
import { useWords } from "../words.ts";
import { useAddress } from "./address.ts";
import type { NavItem } from "./links.ts";
import { Name } from "./Name.tsx";

/** The way from the top of the site down to this page, which itself is not listed. */
export function Breadcrumbs(props: { items: NavItem[] }) {
	const t = useWords();
	const address = useAddress();
	return (
		<nav class="breadcrumbs" aria-label={t("ui.breadcrumbs")}>
			<ol class="plain">
				<For each={props.items}>
					{(item) => (
						<li>
							<a href={address(item.href)}>
								<Name>{item.label}</Name>
							</a>
						</li>
					)}
				</For>
			</ol>
		</nav>
	);
}

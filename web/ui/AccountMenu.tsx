import { For, type JSX, Show } from "solid-js";
import { useWords } from "../words.ts";
import { Avatar } from "./Avatar.tsx";
import { useAddress } from "./address.ts";
import type { NavItem } from "./links.ts";
import { Name } from "./Name.tsx";
import { NewMark } from "./NewMark.tsx";

/** A member's own menu. `signOut` is the form with its button. */
export function AccountMenu(props: {
	viewer: { name: string; picture?: string | null | undefined };
	items: NavItem[];
	/** What is new for the member, in words. */
	mark?: string | undefined;
	signOut: JSX.Element;
}) {
	const t = useWords();
	const address = useAddress();
	return (
		<div class="menu-place">
			<button type="button" class="menu-button" popovertarget="account-menu">
				<Avatar name={props.viewer.name} picture={props.viewer.picture} />
				<span class="visually-hidden">{t("ui.accountOf", { name: props.viewer.name })}</span>
				<NewMark>{props.mark}</NewMark>
			</button>
			<div id="account-menu" class="menu" popover="auto">
				<p class="meta">
					<Name>{props.viewer.name}</Name>
				</p>
				<ul class="plain">
					<For each={props.items}>
						{(item) => (
							<li>
								<a href={address(item.href)} aria-current={item.current ? "page" : undefined}>
									{item.label}
									<Show when={item.count}>
										{(count) => <span class="count">{count() > 99 ? "99+" : count()}</span>}
									</Show>
								</a>
							</li>
						)}
					</For>
				</ul>
				{props.signOut}
			</div>
		</div>
	);
}

import { For, type JSX, Show } from "solid-js";
import { useWords } from "../words.ts";
import { Avatar } from "./Avatar.tsx";
import { useAddress } from "./address.ts";
import type { NavItem } from "./links.ts";
import { Name } from "./Name.tsx";
import { NewMark } from "./NewMark.tsx";

/** The member's own menu, or the links to sign in and to join. `signOut` is the form with its button. */
export function AccountMenu(props: {
	viewer: { name: string; picture?: string | null | undefined } | null;
	items: NavItem[];
	/** What is new for the member, in words. */
	mark?: string | undefined;
	signIn: string;
	join: string;
	signOut: JSX.Element;
}) {
	const t = useWords();
	const address = useAddress();
	return (
		<Show
			when={props.viewer}
			fallback={
				<div class="row">
					<a class="button button-quiet" href={address(props.signIn)} rel="nofollow">
						{t("ui.signIn")}
					</a>
					<a class="button button-primary" href={address(props.join)} rel="nofollow">
						{t("ui.join")}
					</a>
				</div>
			}
		>
			{(viewer) => (
				<div class="menu-place">
					<button type="button" class="menu-button" popovertarget="account-menu">
						<Avatar name={viewer().name} picture={viewer().picture} />
						<span class="visually-hidden">{t("ui.accountOf", { name: viewer().name })}</span>
						<NewMark>{props.mark}</NewMark>
					</button>
					<div id="account-menu" class="menu" popover="auto">
						<p class="meta">
							<Name>{viewer().name}</Name>
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
			)}
		</Show>
	);
}

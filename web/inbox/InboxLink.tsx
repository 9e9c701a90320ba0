import { Show } from "solid-js";
import IconInbox from "~icons/lucide/inbox";
import { useAddress } from "../ui/address.ts";
import { useWords } from "../words.ts";

/** Where what is new to a member is found, and how much there is. */
export function InboxLink(props: { count: number; current: boolean }) {
	const t = useWords();
	const address = useAddress();
	return (
		<a class="inbox-link" href={address("/inbox")} aria-current={props.current ? "page" : undefined}>
			<IconInbox />
			<span class="narrow-only">{t("member.inbox")}</span>
			<span class="visually-hidden wide-only">{t("member.inbox")}</span>
			<Show when={props.count}>
				<span class="count" aria-hidden="true">
					{props.count > 99 ? "99+" : props.count}
				</span>
				<span class="visually-hidden">{t("member.new_threads", { count: props.count })}</span>
			</Show>
		</a>
	);
}

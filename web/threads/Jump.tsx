import { Show } from "solid-js";
import { useAddress } from "../ui/address.ts";
import { Button } from "../ui/Button.tsx";
import { Link } from "../ui/Link.tsx";
import { useWords } from "../words.ts";
import type { DiscussionAddress } from "./discussion-address.ts";
import { unreadPath } from "./threads.data.ts";

/** Leads about in a discussion of several pages: to its ends, to what is unread, to a day or a number. */
export default function Jump(props: {
	path: string;
	address: DiscussionAddress;
	postCount: number;
	/** Day of the first post, as `2026-05-01`; none before it can be chosen. */
	firstDay: string;
	/** Whether there is something that the reader has not seen. */
	hasUnread: boolean;
	onJump: (path: string) => void;
}) {
	const t = useWords();
	const toAddress = useAddress();
	const jump = (event: SubmitEvent) => {
		event.preventDefault();
		const [[name, value] = ["", ""]] = [...new FormData(event.currentTarget as HTMLFormElement)];
		props.onJump(name === "post" ? props.address.post(Number(value)) : `${props.path}?at=${value}`);
	};
	return (
		<nav class="jump no-print" aria-label={t("threads.jumpTo")}>
			<Link href={props.address.page(0)}>{t("threads.first")}</Link>
			<Show when={props.hasUnread}>
				<Link href={unreadPath(props.path)}>{t("threads.firstUnread")}</Link>
			</Show>
			<Link href={props.address.post(props.postCount)}>{t("threads.newest")}</Link>
			<details>
				<summary>{t("threads.dayOrNumber")}</summary>
				<div class="jump-forms">
					<form method="get" action={toAddress(props.path)} onSubmit={jump}>
						<label for="jump-day">{t("threads.fromDay")}</label>
						<input class="input" id="jump-day" name="at" type="date" min={props.firstDay} required />
						<Button>{t("threads.go")}</Button>
					</form>
					<form method="get" action={toAddress(props.path)} onSubmit={jump}>
						<label for="jump-post">{t("threads.jump", { last: props.postCount })}</label>
						<input
							class="input input-short"
							id="jump-post"
							name="post"
							type="number"
							min={1}
							max={props.postCount}
							required
						/>
						<Button>{t("threads.go")}</Button>
					</form>
				</div>
			</details>
		</nav>
	);
}

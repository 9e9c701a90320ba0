import { useAddress } from "../ui/address.ts";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words.ts";

/** Looks for messages in a conversation, from its own page. */
export function SearchHere(props: { conversationId: string }) {
	const t = useWords();
	const address = useAddress();
	return (
		<search>
			<details>
				<summary>{t("messages.search_here")}</summary>
				<form class="form" method="get" action={address("/messages")}>
					<input type="hidden" name="in" value={props.conversationId} />
					<input
						class="input"
						type="search"
						name="q"
						aria-label={t("messages.search_here")}
						dir="auto"
						maxlength={200}
						required
						autocomplete="off"
						enterkeyhint="search"
					/>
					<div>
						<Button>{t("ui.search")}</Button>
					</div>
				</form>
			</details>
		</search>
	);
}

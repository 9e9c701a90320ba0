import { Show } from "solid-js";
import IconArrowDown from "~icons/lucide/arrow-down";
import { useWords } from "../words.ts";
import { Button } from "./Button.tsx";

/** "3 new posts": what came in while reading is shown when asked for, and announced once. */
export function NewItemsButton(props: { count: number; onClick: () => void }) {
	const t = useWords();
	return (
		<div class="new-items" role="status">
			<Show when={props.count > 0}>
				<Button kind="primary" onClick={props.onClick}>
					<IconArrowDown />
					{t("ui.newItems", { count: props.count })}
				</Button>
			</Show>
		</div>
	);
}

/** The line above the first post that is new to the reader. */
export function NewSince(props: { count: number }) {
	const t = useWords();
	return (
		<p class="since" id="new">
			{t("ui.newItems", { count: props.count })}
		</p>
	);
}

import { createAsync } from "@solidjs/router";
import { For, Show } from "solid-js";
import { useWords } from "../words.ts";
import { BlockForm } from "./BlockForm.tsx";
import { getBlockedPeople } from "./messages.data.ts";

/** Whom one has blocked, each with the way to end that. */
export default function BlockedPeople() {
	const t = useWords();
	const data = createAsync(() => getBlockedPeople());
	return (
		<Show when={data()?.viewer}>
			{(viewer) => (
				<Show when={viewer().blockedPeople.length} fallback={<p>{t("messages.blocked_none")}</p>}>
					<ul class="plain stack">
						<For each={viewer().blockedPeople}>
							{(person) => (
								<li>
									<BlockForm person={{ ...person, viewerHasBlocked: true }} next="/settings" />
								</li>
							)}
						</For>
					</ul>
				</Show>
			)}
		</Show>
	);
}

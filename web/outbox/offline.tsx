import type { Language } from "@interurban/contract/languages";
import { makeTranslate } from "@interurban/words/words";
import { createSignal, For, onMount, Show } from "solid-js";
import { render } from "solid-js/web";
import { loadedWords, loadWords, useWords, WordsContext } from "../words.ts";
import { CopyText } from "./OutgoingItem.tsx";
import type { Outgoing } from "./outgoing.ts";
import { makeDeviceStore } from "./outgoing-store.ts";
import { personOfDevice } from "./waiting.ts";

/** Shows what waits on this device, on the page that stands in for all others without a connection. */
export async function showOutbox(language: Language, element: HTMLElement): Promise<void> {
	await loadWords(language, ["outbox"]);
	const words = { language, t: makeTranslate(loadedWords) };
	render(
		() => (
			<WordsContext.Provider value={words}>
				<OfflineOutbox />
			</WordsContext.Provider>
		),
		element,
	);
}

/** Milliseconds between two times that the network is asked whether it is there. */
const pause = 3000;

const isReachable = () =>
	fetch("/health/live", { cache: "no-store" }).then(
		({ ok }) => ok,
		() => false,
	);

function OfflineOutbox() {
	const t = useWords();
	const [entries, setEntries] = createSignal<readonly Outgoing[]>([]);
	onMount(async () => {
		const owner = personOfDevice();
		setEntries((await makeDeviceStore().list()).filter((entry) => entry.owner === owner));
		// What is there then is the page that could not be loaded: it sends them. Devices say that they are online too early,
		// or have said so before anybody listened.
		const look = async () => {
			if (!(await isReachable())) return;
			clearInterval(asking); // to ask for the page again would begin it again
			window.location.reload();
		};
		const asking = setInterval(look, pause);
		window.addEventListener("online", look);
	});
	return (
		<Show when={entries().length}>
			<section class="stack" aria-labelledby="outbox">
				<h2 id="outbox">{t("outbox.title")}</h2>
				<p>{t("outbox.whenOnline")}</p>
				<ol class="posts plain">
					<For each={entries()}>
						{(entry) => (
							<li class="outgoing">
								<h3 class="outgoing-at" dir="auto">
									{entry.at.title}
								</h3>
								<p class="outgoing-text" dir="auto">
									{entry.body}
								</p>
								<div class="row">
									<b class="meta">{entry.status === "failed" ? t("outbox.failed") : t("outbox.queued")}</b>
									<CopyText text={entry.body} />
								</div>
							</li>
						)}
					</For>
				</ol>
			</section>
		</Show>
	);
}

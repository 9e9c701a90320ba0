import { createEffect, createSignal, For, on, onCleanup, Show } from "solid-js";
import { useAddress } from "../../ui/address.ts";
import { useWords } from "../../words.ts";
import { useWriting } from "./context.ts";
import { findAlike } from "./writing.data.ts";

/** Letters of a title that say something, and milliseconds without a key. */
const enough = 8;
const pause = 500;

/** Published practices that resemble the title while it is typed: perhaps somebody has written of it already. */
export default function Alike() {
	const t = useWords();
	const address = useAddress();
	const writing = useWriting();
	const title = () =>
		writing
			.fields()
			.find(([name]) => name === "input.title")?.[1]
			.trim() ?? "";
	const [found, setFound] = createSignal<Awaited<ReturnType<typeof findAlike>>>([]);
	createEffect(
		on(title, (text) => {
			let isCurrent = true;
			const timer = setTimeout(async () => {
				const practices = text.length < enough ? [] : await findAlike(text).catch(() => []);
				if (isCurrent) setFound(practices.slice(0, 3));
			}, pause);
			onCleanup(() => {
				isCurrent = false;
				clearTimeout(timer);
			});
		}),
	);
	return (
		<Show when={found().length}>
			<div class="alike" role="status">
				<p class="hint">{t("practice_form.alike")}</p>
				<ul class="plain">
					<For each={found()}>
						{(practice) => (
							<li>
								<a href={address(`/practices/${practice.slug}`)} target="_blank" rel="noopener">
									<bdi lang={practice.titleLanguage}>{practice.displayTitle}</bdi>
								</a>{" "}
								<bdi class="meta">
									{practice.place.name}, {practice.place.countryName}
								</bdi>
							</li>
						)}
					</For>
				</ul>
			</div>
		</Show>
	);
}

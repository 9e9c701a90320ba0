import { For, Show } from "solid-js";
import IconArrow from "~icons/lucide/arrow-right";
import { useWords } from "../words.ts";
import { fold, isTelling } from "./is-telling.ts";
import type { Hit } from "./search.data.ts";

type Reason = Hit["reasons"][number];

/** More would be a list of its own. */
const most = 3;

/**
 * By what a thing was found where the words themselves do not show it: by another word for the topic, one of another
 * language, or one that is only spelt alike.
 */
export function WhyFound(props: { reasons: readonly Reason[] }) {
	const t = useWords();
	const telling = () => props.reasons.filter(isTelling).slice(0, most);
	return (
		<Show when={telling().length}>
			<p class="why meta">
				<span>{t("search_results.why")}</span>
				<For each={telling()}>
					{(reason) => (
						<span class="why-reason">
							<bdi>{reason.typed}</bdi>
							<IconArrow />
							<span class="visually-hidden">: </span>
							<bdi lang={reason.language}>{reason.found}</bdi>
							<Show when={topicOf(reason)}>{(label) => <bdi>({label()})</bdi>}</Show>
						</span>
					)}
				</For>
			</p>
		</Show>
	);
}

/** The topic's name, unless it is one of the two words. */
function topicOf({ topic, typed, found }: Reason): string | undefined {
	return topic && ![typed, found].some((word) => fold(word) === fold(topic.label)) ? topic.label : undefined;
}

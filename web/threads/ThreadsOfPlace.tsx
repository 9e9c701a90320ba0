import { Show } from "solid-js";
import type { ThreadListFragment } from "../generated/types.ts";
import { Link } from "../ui/Link.tsx";
import { RuledList } from "../ui/RuledList.tsx";
import { Section } from "../ui/Section.tsx";
import { useWords } from "../words.ts";
import { ThreadItem } from "./ThreadItem.tsx";

/** What is being talked about in a town, on its page, and where to begin to. */
export function ThreadsOfPlace(props: { placeId: string; threads: ThreadListFragment }) {
	const t = useWords();
	return (
		<Section
			id="threads"
			title={t("threads.title")}
			aside={<Link href={`/threads/new?place=${props.placeId}`}>{t("threads.start")}</Link>}
		>
			<Show when={props.threads.items.length} fallback={<p>{t("threads.noneTitle")}</p>}>
				<RuledList items={props.threads.items}>{(thread) => <ThreadItem thread={thread} />}</RuledList>
				<Show when={props.threads.nextCursor}>
					<p>
						<Link href={`/threads?place=${props.placeId}`}>{t("threads.all")}</Link>
					</p>
				</Show>
			</Show>
		</Section>
	);
}

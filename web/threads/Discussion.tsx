import type { ThreadCard } from "@interurban/contract/events";
import { createAsync, useLocation } from "@solidjs/router";
import { createMemo, Show, Suspense, useContext } from "solid-js";
import { Redirect } from "../redirect.tsx";
import { Section } from "../ui/Section.tsx";
import { TimeZoneContext } from "../ui/Time.tsx";
import { useWords } from "../words.ts";
import { stateOf } from "./fetch-thread.ts";
import { Posts } from "./Posts.tsx";
import { getNumberSince, getThread, type Window, windowIn } from "./threads.data.ts";

/**
 * The discussion of a thread: its posts, page by page, and the field to write in. It lives: what others write appears
 * while it is in view. The page that shows it needs the words of the section `threads`.
 * @param props.path of that page, below the language prefix and without a query
 * @param props.onCard is told when what stands above the posts has changed
 * @param props.opensAt what is shown where the address asks for nothing; the beginning without it
 */
export function Discussion(props: {
	threadId: string;
	path: string;
	onCard?: (card: ThreadCard) => void;
	opensAt?: Window;
}) {
	const t = useWords();
	const location = useLocation();
	const window = createMemo(() => windowIn(location.query, props.opensAt), undefined, {
		equals: (a, b) => a.after === b.after && a.around === b.around && a.atUnread === b.atUnread,
	});
	// Only another thread is fetched, not the same one of what the page around it has fetched anew.
	const threadId = createMemo(() => props.threadId);
	const zone = useContext(TimeZoneContext);
	const day = () => {
		const { at } = location.query;
		return typeof at === "string" && /^\d{4}-\d\d-\d\d$/.test(at) ? at : null;
	};
	const since = createAsync(async () => {
		const asked = day();
		return asked ? getNumberSince(threadId(), asked, zone) : null;
	});
	const data = createAsync(() => getThread(threadId(), window()));
	const found = () => {
		const fetched = data();
		const state = fetched && stateOf(fetched, window());
		const thread = fetched?.thread;
		return state && thread ? { state, thread } : undefined;
	};
	return (
		<Suspense
			fallback={
				<Section id="discussion" title={t("threads.discussion")}>
					…
				</Section>
			}
		>
			<Show when={since()}>
				{(number) => <Redirect to={`${props.path}?post=${number()}#post-${number()}`} />}
			</Show>
			<Show when={found()}>
				{(of) => <Posts fetched={of().state} thread={of().thread} path={props.path} onCard={props.onCard} />}
			</Show>
		</Suspense>
	);
}

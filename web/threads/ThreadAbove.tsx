import { For, Show } from "solid-js";
import { Link } from "../ui/Link.tsx";
import { Name } from "../ui/Name.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Prose } from "../ui/Prose.tsx";
import { Time } from "../ui/Time.tsx";
import { useWords } from "../words.ts";
import type { ThreadState } from "./thread-state.ts";
import { type FetchedThread, postPath, threadPath } from "./threads.data.ts";

/** What stands above the posts: whether it is closed, what came of it, what solves it, and what may be done with it. */
export default function ThreadAbove(props: { state: ThreadState; thread: FetchedThread }) {
	const t = useWords();
	const card = () => props.state.card;
	return (
		<>
			<Show when={card().closedAt}>
				{(at) => (
					<Notice kind="info" title={t("threads.closed")}>
						<p class="dotted">
							<Show when={card().closedBy}>{(by) => <Name>{by().name}</Name>}</Show>
							<Time value={at()} />
						</p>
					</Notice>
				)}
			</Show>
			<Show when={card().summaryHtml}>
				<section class="summary" aria-labelledby="summary-title">
					<h3 id="summary-title">{t("threads.summary")}</h3>
					<Prose html={card().summaryHtml} />
					<p class="meta dotted">
						<Show when={card().summaryBy}>
							{(by) => (
								<Link href={`/people/${by().handle}`}>
									<Name>{by().name}</Name>
								</Link>
							)}
						</Show>
						<Show when={card().summaryAt}>{(at) => <Time value={at()} />}</Show>
					</p>
				</section>
			</Show>
			<Show when={card().solutions.length}>
				<section class="solutions" aria-labelledby="solutions-title">
					<h3 id="solutions-title">{t("threads.solutions", { count: card().solutions.length })}</h3>
					<ul class="plain">
						<For each={card().solutions}>
							{(post) => (
								<li>
									<Link href={postPath(props.thread, post.number)}>
										<Name>{post.author.name}</Name>
									</Link>
									: <bdi>{post.excerpt}</bdi>
								</li>
							)}
						</For>
					</ul>
				</section>
			</Show>
			<Show when={props.state.viewer !== null}>
				<p class="row meta no-print">
					<Show when={props.state.viewerCanSummarise}>
						<Link href={`${threadPath(props.thread)}/edit`}>{t("threads.manage")}</Link>
					</Show>
					<Show when={props.state.postCount > 0 && !props.thread.practice && !props.thread.private}>
						<Link href={`/practices/new?draft=thread${props.thread.id}&thread=${props.thread.id}`}>
							{t("threads.toPractice")}
						</Link>
					</Show>
				</p>
			</Show>
		</>
	);
}

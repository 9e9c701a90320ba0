import { createAsync, useParams } from "@solidjs/router";
import { For, Show } from "solid-js";
import { Head } from "../head.tsx";
import type { Preload } from "../page.ts";
import { Pieces } from "../practices/writing/Differences.tsx";
import { NotFound } from "../shell/ErrorPage.tsx";
import { Breadcrumbs } from "../ui/Breadcrumbs.tsx";
import { Headline } from "../ui/Headline.tsx";
import { Name } from "../ui/Name.tsx";
import { Page } from "../ui/Page.tsx";
import { Section } from "../ui/Section.tsx";
import { Time } from "../ui/Time.tsx";
import { useWords } from "../words.ts";
import { getPostHistory, idIn, type PostHistory, postPath } from "./threads.data.ts";

const numberIn = (parameter: string | undefined) =>
	/^\d{1,9}$/.test(parameter ?? "") ? Number(parameter) : 0;

export const preload: Preload = ({ params }) => getPostHistory(idIn(params.idslug), numberIn(params.number));

/** What a post said at first, and what was changed since, word by word. */
export default function PostHistoryPage() {
	const params = useParams();
	const data = createAsync(() => getPostHistory(idIn(params.idslug), numberIn(params.number)));
	return (
		<Show when={data() !== undefined}>
			<Show when={data()} fallback={<NotFound />}>
				{(thread) => <History of={thread()} />}
			</Show>
		</Show>
	);
}

function History(props: { of: PostHistory }) {
	const t = useWords();
	const post = () => props.of.post;
	const title = () => t("thread_pages.history", { number: post().number });
	return (
		<Page
			head={
				<>
					<Breadcrumbs
						items={[{ href: postPath(props.of.thread, post().number), label: props.of.thread.title }]}
					/>
					<Headline plain kicker={<Name>{post().author.name}</Name>}>
						{title()}
					</Headline>
				</>
			}
		>
			<Head title={title()} noIndex />
			<For each={post().versions} fallback={<p>{t("ui.postDeleted")}</p>}>
				{(version) => (
					<Section
						id={`version-${version.number}`}
						title={t("thread_pages.version", { number: version.number })}
						aside={
							<span class="meta">
								<Time value={version.createdAt} format="datetime" />
							</span>
						}
					>
						<Pieces pieces={version.pieces} lang={post().language} />
					</Section>
				)}
			</For>
		</Page>
	);
}

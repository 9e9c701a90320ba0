import { A, createAsync } from "@solidjs/router";
import { For, Show } from "solid-js";
import { Head } from "../head.tsx";
import { useWords } from "../words.ts";
import { getTopics } from "./topics.data.ts";

/** All themes with the topics below them. */
export default function TopicsPage() {
	const t = useWords();
	const data = createAsync(() => getTopics());
	return (
		<>
			<Head title={t("topics.title")} description={t("topics.description")} canonical="/topics" />
			<h1>{t("topics.title")}</h1>
			<Show when={data()}>
				{(found) => (
					<For each={found().topics}>
						{(topic) => (
							<section>
								<h2>
									<A href={`/topics/${topic.id}`}>{topic.label}</A>
								</h2>
								<ul>
									<For each={topic.narrower}>
										{(narrower) => (
											<li>
												<A href={`/topics/${narrower.id}`}>{narrower.label}</A>
											</li>
										)}
									</For>
								</ul>
							</section>
						)}
					</For>
				)}
			</Show>
		</>
	);
}

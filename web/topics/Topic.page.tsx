import { createAsync, useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { Head } from "../head.tsx";
import { NotFound } from "../shell/ErrorPage.tsx";
import { getTopic } from "./topics.data.ts";

/** One topic: what it means, its neighbours, and what the network has on it. */
export default function TopicPage() {
	const params = useParams();
	const data = createAsync(() => getTopic(params.id ?? ""));
	return (
		<Show when={data()}>
			{(found) => (
				<Show when={found().topic} fallback={<NotFound />}>
					{(topic) => (
						<>
							<Head title={topic().label} canonical={`/topics/${topic().id}`} />
							<h1>{topic().label}</h1>
						</>
					)}
				</Show>
			)}
		</Show>
	);
}

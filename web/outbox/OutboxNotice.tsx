import { Show } from "solid-js";
import { Link } from "../ui/Link.tsx";
import { Notice } from "../ui/Notice.tsx";
import { useWords } from "../words.ts";
import { outboxOf } from "./outbox.ts";

/** Sends what waits, from whatever page; and leads to what only its author can help along. */
export default function OutboxNotice(props: { owner: string; path: string }) {
	const t = useWords();
	// A page that is left is another one's.
	const outbox = outboxOf(props.owner);
	const stuck = () =>
		outbox.entries().filter(({ status, issue }) => status === "failed" || issue?.code === "auth.required");
	const isSeen = () => props.path === "/outbox" || stuck().every(({ at }) => at.path === props.path);
	return (
		<Show when={stuck().length > 0 && !isSeen()}>
			<Notice kind="warning" title={t("outbox.stuck", { count: stuck().length })} live>
				<p>
					<Link href="/outbox">{t("outbox.look")}</Link>
				</p>
			</Notice>
		</Show>
	);
}

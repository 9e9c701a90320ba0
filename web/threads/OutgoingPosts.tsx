import { For, Show } from "solid-js";
import { useErrorWords } from "../errors.ts";
import { Button, LinkButton } from "../ui/Button.tsx";
import { useWords } from "../words.ts";
import type { Outbox } from "./create-outbox.ts";

/** What the reader wrote and the server has not acknowledged: how each stands, in words, and what can be done. */
export function OutgoingPosts(props: { outbox: Outbox; signIn: string; onTakeBack: (text: string) => void }) {
	const t = useWords();
	const words = useErrorWords();
	const takeBack = (clientId: string) => {
		const entry = props.outbox.takeBack(clientId);
		if (entry) props.onTakeBack(entry.body);
	};
	return (
		<Show when={props.outbox.entries().length > 0}>
			<ol class="posts plain" aria-label={t("threads.outgoing")}>
				<For each={props.outbox.entries()}>
					{(entry) => (
						<li class="outgoing">
							<p class="outgoing-text" dir="auto">
								{entry.body}
							</p>
							<p class="meta dotted" role="status">
								<b>
									{entry.status === "queued"
										? t("threads.queued")
										: entry.status === "failed"
											? t("threads.failed")
											: t("threads.sending")}
								</b>
								<Show when={entry.issue}>{(issue) => <span>{words(issue())}</span>}</Show>
							</p>
							<Show when={entry.status === "failed" || entry.issue}>
								<p class="row">
									<Button kind="primary" onClick={() => props.outbox.retry(entry.clientId)}>
										{t("threads.tryAgain")}
									</Button>
									<Show when={entry.issue?.code === "auth.required"}>
										<LinkButton href={props.signIn}>{t("threads.signIn")}</LinkButton>
									</Show>
									<Button kind="quiet" onClick={() => takeBack(entry.clientId)}>
										{t("threads.takeBack")}
									</Button>
								</p>
							</Show>
						</li>
					)}
				</For>
			</ol>
		</Show>
	);
}

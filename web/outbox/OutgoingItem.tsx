import { createSignal, Show } from "solid-js";
import { useErrorWords } from "../errors.ts";
import { Button } from "../ui/Button.tsx";
import { useLanguage, useWords } from "../words.ts";
import type { Outbox } from "./outbox.ts";
import { isHeld, type Outgoing } from "./outgoing.ts";

/** A post that has not arrived: its text, how it stands, in words, and what can be done. */
export function OutgoingItem(props: {
	entry: Outgoing;
	entries: readonly Outgoing[];
	isSending: boolean;
	isSent: boolean;
	actions: (Pick<Outbox, "retry" | "drop"> & { edit?: (entry: Outgoing) => void }) | null;
}) {
	const t = useWords();
	const words = useErrorWords();
	const issue = () => (props.isSending || props.isSent ? null : props.entry.issue);
	const isReused = () => issue()?.code === "posts.client_id_reused";
	const state = () => {
		if (props.isSent) return t("outbox.sent");
		if (props.isSending) return t("outbox.sending");
		return props.entry.status === "failed" ? t("outbox.failed") : t("outbox.queued");
	};
	const why = () => {
		const found = issue();
		if (isReused()) return t("outbox.reused");
		if (found?.code === "offline") return t("outbox.offline");
		if (found) return words(found);
		return props.entry.status === "queued" && isHeld(props.entry, props.entries) ? t("outbox.held") : null;
	};
	return (
		<>
			<p class="outgoing-text" dir="auto">
				{props.entry.body}
			</p>
			<p class="meta dotted" role="status">
				<b>{state()}</b>
				<Show when={!props.isSent && why()}>{(reason) => <span>{reason()}</span>}</Show>
				<Show when={!props.entry.isKept && !props.isSent}>
					<span>{t("outbox.notKept")}</span>
				</Show>
			</p>
			<Show when={!props.isSending && !props.isSent && props.actions}>
				{(actions) => (
					<div class="row">
						<Show when={issue()?.code === "auth.required"}>
							<SignIn />
						</Show>
						<Show when={issue() && !isReused()}>
							<Button onClick={() => actions().retry(props.entry.clientId)}>{t("outbox.tryAgain")}</Button>
						</Show>
						<Show when={actions().edit}>
							{(edit) => (
								<Button kind="quiet" onClick={() => edit()(props.entry)}>
									{t("outbox.edit")}
								</Button>
							)}
						</Show>
						<CopyText text={props.entry.body} />
						<details class="confirm">
							<summary>{t("outbox.discard")}</summary>
							<Button kind="danger" onClick={() => actions().drop(props.entry.clientId)}>
								{t("outbox.discardYes")}
							</Button>
						</details>
					</div>
				)}
			</Show>
		</>
	);
}

/** In a tab of its own, so that this page stays as it is; what waits is sent when its reader comes back. */
function SignIn() {
	const t = useWords();
	const language = useLanguage();
	return (
		<a
			class="button button-primary"
			href={`/${language}/sign-in?next=%2Fsigned-in`}
			target="_blank"
			rel="noopener"
		>
			{t("outbox.signIn")}
		</a>
	);
}

/** Puts a text on the clipboard, and says so. */
export function CopyText(props: { text: string }) {
	const t = useWords();
	const [isCopied, setCopied] = createSignal(false);
	const copy = async () =>
		setCopied(
			await navigator.clipboard.writeText(props.text).then(
				() => true,
				() => false,
			),
		);
	return (
		<Show when={"clipboard" in navigator}>
			<Button kind="quiet" onClick={() => void copy()}>
				<span role="status">{isCopied() ? t("outbox.copied") : t("outbox.copy")}</span>
			</Button>
		</Show>
	);
}

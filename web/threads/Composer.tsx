import { Failure } from "@interurban/contract/errors";
import { limits } from "@interurban/contract/limits";
import { createAsync } from "@solidjs/router";
import { createEffect, createSignal, on, onMount, Show } from "solid-js";
import { isServer } from "solid-js/web";
import { ClientId } from "../client-id.tsx";
import { Form } from "../form.tsx";
import type { WritePostMutation } from "../generated/types.ts";
import { postedState } from "../posted.ts";
import { Button } from "../ui/Button.tsx";
import { fieldId } from "../ui/Field.tsx";
import { MarkdownField } from "../ui/MarkdownField.tsx";
import { lengthOf } from "../ui/text.ts";
import { useWords } from "../words.ts";
import { ActionLink } from "./ActionLink.tsx";
import type { Outbox } from "./create-outbox.ts";
import type { DiscussionAddress } from "./discussion-address.ts";
import { keeper, type Outgoing } from "./outbox.ts";
import { quotationOf } from "./quote.ts";
import type { HeldPost } from "./thread-state.ts";
import { type FetchedThread, getPostText, postPath } from "./threads.data.ts";
import { writePostForm } from "./threads.forms.ts";

/**
 * The field to write in. What is typed is kept on the device; what is sent goes into the outbox. Without JavaScript it is
 * a form that posts to its page.
 */
export default function Composer(props: {
	thread: FetchedThread;
	owner: string;
	outbox: Outbox;
	posts: readonly HeldPost[];
	address: DiscussionAddress;
	/** Number of the post that is answered. */
	replyTo: number | null;
	onReplyTo: (number: number | null) => void;
	/** A text to go on with: a quotation, or what was taken back. */
	quoted: string | null;
	onQuoted: () => void;
}) {
	const t = useWords();
	const { id: threadId } = props.thread;
	const kept = keeper(props.owner, threadId);
	const posted = postedState(writePostForm.operation.name, threadId);
	const typed = posted?.fields.find(([name]) => name === "body")?.[1];
	const asked = props.address.asked("quote");
	const quotedPost = asked === null ? () => null : createAsync(() => getPostText(threadId, asked));
	const quotation = () => {
		const post = quotedPost();
		return post ? `${quotationOf(post.author.name, postPath(props.thread, post.number), post.body)}\n\n` : "";
	};
	const [text, setText] = createSignal(typed ?? quotation());

	const field = () => document.getElementById(fieldId("body")) as HTMLTextAreaElement | null;
	const change = (next: string) => {
		setText(next);
		kept.keepUnsent({ text: next, replyTo: answered() });
	};
	const focusAtEnd = () => {
		const area = field();
		area?.focus();
		area?.setSelectionRange(area.value.length, area.value.length);
	};
	/** The post that is answered, as far as it is known here. */
	const answered = (): Outgoing["replyTo"] => {
		const post = props.posts.find(({ number }) => number === props.replyTo);
		if (post) return { id: post.id, number: post.number, name: post.author.name };
		const { replyTo } = isServer ? { replyTo: null } : kept.unsent();
		return replyTo?.number === props.replyTo ? replyTo : null;
	};

	const restore = () => {
		// Somebody may have typed before the page came alive.
		const typedEarly = field()?.value;
		if (typedEarly && typedEarly !== text()) return change(typedEarly);
		const before = kept.unsent();
		if (text() || !before.text) return;
		setText(before.text);
		if (before.replyTo && props.replyTo === null) props.onReplyTo(before.replyTo.number);
	};
	// The field below follows changes from its own first effect on, which comes later than this one.
	onMount(() => queueMicrotask(restore));
	createEffect(
		on(
			() => props.quoted,
			(quoted) => {
				if (quoted === null) return;
				change(text().trim() ? `${text().trimEnd()}\n\n${quoted}\n\n` : `${quoted}\n\n`);
				props.onQuoted();
				focusAtEnd();
			},
		),
	);
	createEffect(
		on(
			() => props.replyTo,
			(number) => number !== null && focusAtEnd(),
			{ defer: true },
		),
	);

	const send = async (): Promise<WritePostMutation> => {
		const body = text().trim();
		if (!body) throw new Failure([{ code: "required", field: "body" }]);
		const length = lengthOf(body);
		if (length > limits.post)
			throw new Failure([{ code: "too_long", field: "body", args: { max: limits.post, length } }]);
		props.outbox.add(body, answered());
		props.onReplyTo(null);
		change("");
		// Nobody reads the answer: the outbox deals with it.
		return undefined as never;
	};

	return (
		<Form
			of={writePostForm}
			key={threadId}
			state={posted && { ...posted, fields: posted.fields.filter(([name]) => name !== "body") }}
			class="form composer"
			aria-label={t("threads.write")}
			send={send}
			onDone={() => field()?.focus()}
		>
			<input type="hidden" name="threadId" value={threadId} />
			<ClientId />
			<Show when={answered()}>
				{(post) => (
					<p class="meta row">
						<input type="hidden" name="replyToId" value={post().id} />
						<span>{t("threads.replyingTo", { name: post().name, number: post().number })}</span>
						<ActionLink href={`${props.address.here()}`} onChoose={() => props.onReplyTo(null)}>
							{t("threads.noReply")}
						</ActionLink>
					</p>
				)}
			</Show>
			<MarkdownField
				name="body"
				label={t("threads.yourPost")}
				hint={t("threads.postHint")}
				required
				rows={6}
				limit={limits.post}
				value={text()}
				onInput={change}
			/>
			<p>
				<Button kind="primary">{t("threads.send")}</Button>
			</p>
		</Form>
	);
}

import { Failure } from "@interurban/contract/errors";
import { limits } from "@interurban/contract/limits";
import { createAsync } from "@solidjs/router";
import { createEffect, createSignal, type JSX, on, onMount, Show, Suspense } from "solid-js";
import { isServer } from "solid-js/web";
import { ClientId, makeClientId } from "../client-id.tsx";
import { DraftStatus } from "../drafts/DraftStatus.tsx";
import type { ServerDraft } from "../drafts/drafts.data.ts";
import { Form } from "../form.tsx";
import type { WritePostMutation } from "../generated/types.ts";
import { outboxOf } from "../outbox/outbox.ts";
import type { AnsweredPost, Outgoing } from "../outbox/outgoing.ts";
import { part } from "../part.ts";
import { PictureField } from "../pictures/PictureField.tsx";
import { makeWaitingPictures } from "../pictures/waiting-pictures.ts";
import { postedState } from "../posted.ts";
import { Button } from "../ui/Button.tsx";
import { fieldId } from "../ui/Field.tsx";
import { lengthOf } from "../ui/text.ts";
import { useWords } from "../words.ts";
import { ActionLink } from "./ActionLink.tsx";
import { createComposerDraft } from "./create-composer-draft.ts";
import type { DiscussionAddress } from "./discussion-address.ts";
import { quotationOf } from "./quote.ts";
import { Reach } from "./Reach.tsx";
import type { HeldPost } from "./thread-state.ts";
import { type FetchedThread, getPostText, postPath } from "./threads.data.ts";
import { writePostForm } from "./threads.forms.ts";
import type { Unsent } from "./unsent.ts";

declare module "solid-js" {
	namespace JSX {
		interface IntrinsicElements {
			"text-expander": JSX.HTMLAttributes<HTMLElement> & { keys: string; multiword: string };
		}
	}
}

const DraftConflict = part(() => import("../drafts/DraftConflict.tsx"), ["draft"]);

const PostPreview = part(() => import("./PostPreview.tsx"), ["mentions"]);

/** A text to go on with: a quotation, or a post that was not sent. */
export type Addition = { text: string } | Pick<Outgoing, "body" | "replyTo" | "clientId" | "issue">;

/**
 * The field to write in. What is typed is kept as a draft; what is sent goes into the outbox. Without JavaScript it is a
 * form that posts to its page.
 */
export default function Composer(props: {
	thread: FetchedThread;
	/** Of the page, below the language prefix. */
	path: string;
	/** Handle of the reader. */
	owner: string;
	posts: readonly HeldPost[];
	address: DiscussionAddress;
	/** Number of the post that is answered. */
	replyTo: number | null;
	onReplyTo: (number: number | null) => void;
	added: Addition | null;
	onAdded: () => void;
}) {
	const t = useWords();
	const { id: threadId } = props.thread;
	const posted = postedState(writePostForm.operation.name, threadId);
	const typed = posted?.fields.find(([name]) => name === "body")?.[1];
	const asked = props.address.asked("quote");
	const quotedPost = asked === null ? () => null : createAsync(() => getPostText(threadId, asked));
	const quotation = () => {
		const post = quotedPost();
		return post ? `${quotationOf(post.author.name, postPath(props.thread, post.number), post.body)}\n\n` : "";
	};
	const [text, setText] = createSignal(typed ?? quotation());
	/** What was answered when the text was written, where the page does not show that post. */
	const [knownAnswered, setKnownAnswered] = createSignal<AnsweredPost | null>(null);
	const pictures = makeWaitingPictures();
	let clientId: string | null = null;

	const field = () => document.getElementById(fieldId("body")) as HTMLTextAreaElement | null;
	let expander: HTMLElement | undefined;
	let isTypeAheadLoaded = false;
	const loadTypeAhead = async () => {
		if (isTypeAheadLoaded || !expander) return;
		isTypeAheadLoaded = true;
		// Without it, handles and links are typed in full.
		const module = await import("./type-ahead.ts").catch(() => null);
		module?.startTypeAhead(expander, t("threads.suggestions"));
	};
	const focusAtEnd = () => {
		const area = field();
		area?.focus();
		area?.setSelectionRange(area.value.length, area.value.length);
	};
	const answered = (): AnsweredPost | null => {
		const post = props.posts.find(({ number }) => number === props.replyTo);
		if (post) return { id: post.id, number: post.number, name: post.author.name };
		return knownAnswered()?.number === props.replyTo ? knownAnswered() : null;
	};
	const goOn = (unsent: Unsent) => {
		setText(unsent.text);
		clientId = unsent.clientId;
		setKnownAnswered(unsent.replyTo);
		if (unsent.replyTo && props.replyTo === null) props.onReplyTo(unsent.replyTo.number);
	};
	const draft = isServer
		? null
		: createComposerDraft({
				thread: { id: threadId, title: props.thread.title },
				owner: props.owner,
				typed: () => ({ text: text(), replyTo: answered(), clientId }),
				onFound: goOn,
			});
	const change = (next: string) => {
		setText(next);
		draft?.change();
	};

	// Somebody may have typed before the page came alive; the field below follows changes from its own first effect on.
	onMount(() =>
		queueMicrotask(() => {
			const typedEarly = field()?.value;
			if (typedEarly && typedEarly !== text()) change(typedEarly);
		}),
	);
	createEffect(
		on(
			() => props.added,
			(added) => {
				if (added === null) return;
				const before = text().trimEnd();
				if ("text" in added) change(`${before && `${before}\n\n`}${added.text}\n\n`);
				else {
					// Under the same id, the server tells whether an earlier wording has arrived.
					const wasRefusedForId = added.issue?.code === "posts.client_id_reused";
					goOn({
						text: `${before && `${before}\n\n`}${added.body}`,
						replyTo: added.replyTo,
						clientId: wasRefusedForId ? null : added.clientId,
					});
					draft?.change();
				}
				props.onAdded();
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
		pictures.check();
		const length = lengthOf(body);
		if (length > limits.post)
			throw new Failure([{ code: "too_long", field: "body", args: { max: limits.post, length } }]);
		const isKept = outboxOf(props.owner).add({
			...{ clientId: clientId ?? makeClientId(), threadId, body, replyTo: answered() },
			at: { title: props.thread.title || t("threads.discussion"), path: props.path },
			draftVersion: draft?.version() ?? 0,
		});
		// At once: the next post may be begun in the same moment.
		clientId = null;
		props.onReplyTo(null);
		setText("");
		draft?.sent();
		await isKept;
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
			<text-expander keys="@ #" multiword="#" ref={expander} onFocusIn={loadTypeAhead}>
				<PictureField
					name="body"
					label={t("threads.yourPost")}
					hint={t("threads.postHint")}
					required
					rows={6}
					limit={limits.post}
					value={text()}
					onInput={change}
					onWaiting={pictures.note}
				/>
			</text-expander>
			<p class="hint">{t("threads.mentionHint")}</p>
			<Show when={draft?.conflict() && draft}>
				{(of) => (
					<Suspense>
						<DraftConflict
							mine={of().fields()}
							mineAt={new Date().toISOString()}
							other={of().conflict() as ServerDraft}
							labelOf={(name) => (name === "body" ? t("threads.yourPost") : null)}
							onMine={() => void of().keepMine()}
							onOther={() => of().takeOther()}
						/>
					</Suspense>
				)}
			</Show>
			<Show when={posted?.action === "preview" && typed?.trim() && typed}>
				{(body) => (
					<Suspense>
						<PostPreview threadId={threadId} body={body()} />
					</Suspense>
				)}
			</Show>
			<div class="row">
				<Button kind="primary">{t("threads.send")}</Button>
				<span class="without-script">
					<Button name="_action" value="preview" unchecked>
						{t("threads.preview")}
					</Button>
				</span>
				<Reach threadId={threadId} text={text()} />
				<DraftStatus state={draft?.state() ?? "untouched"} isKept={false} />
			</div>
		</Form>
	);
}

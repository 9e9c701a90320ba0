import { createEffect, createSignal, type JSX, on, Show, Suspense } from "solid-js";
import { useFormat } from "../format.ts";
import type { ChangedPostFragment, WrittenPostFragment } from "../generated/types.ts";
import { part } from "../part.ts";
import { PostView } from "../ui/PostView.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useLanguage, useWords } from "../words.ts";
import { ActionLink } from "./ActionLink.tsx";
import type { DiscussionAddress } from "./discussion-address.ts";
import { Reactions } from "./Reactions.tsx";
import type { HeldPost } from "./thread-state.ts";
import { type FetchedThread, postPath, threadPath } from "./threads.data.ts";

const DeletePost = part(() => import("./DeletePost.tsx"));
const Translated = part(() => import("../translation/Translated.tsx"), ["translation"]);
const SolutionButton = part(() => import("./SolutionButton.tsx"));
const PostEditor = part(() => import("./PostEditor.tsx"), ["pictures"]);

/** A post with what the reader may do with it. */
export function PostItem(props: {
	post: HeldPost;
	thread: FetchedThread;
	canWrite: boolean;
	canSolve: boolean;
	address: DiscussionAddress;
	onReply: () => void;
	onQuote: () => void;
	onChanged: (post: ChangedPostFragment) => void;
	onReacted: (post: WrittenPostFragment) => void;
	/** Further things to do with it. */
	more?: JSX.Element;
}) {
	const t = useWords();
	const language = useLanguage();
	const { languageName } = useFormat();
	const isAsked = (act: "edit" | "delete" | "translate") => props.address.asked(act) === props.post.number;
	const [editing, setEditing] = createSignal(isAsked("edit"));
	const [deleting, setDeleting] = createSignal(isAsked("delete"));
	const [translating, setTranslating] = createSignal(isAsked("translate"));
	const id = () => `post-${props.post.number}`;
	const byline = () => props.post.author.organisation?.name ?? props.post.author.place?.name;
	const done = (changed?: ChangedPostFragment) => {
		setEditing(false);
		setDeleting(false);
		if (changed) props.onChanged(changed);
		document.getElementById(id())?.focus({ preventScroll: true });
	};
	// A changed post is another text.
	createEffect(
		on(
			() => props.post.html,
			() => setTranslating(false),
			{ defer: true },
		),
	);
	const translate = (is: boolean) => {
		setTranslating(is);
		document.getElementById(id())?.focus({ preventScroll: true });
	};
	const action = (
		act: "reply" | "quote" | "edit" | "delete" | "translate",
		label: string,
		onChoose: () => void,
	) => (
		<ActionLink href={props.address.act(act, props.post.number)} about={id()} onChoose={onChoose}>
			{label}
		</ActionLink>
	);
	return (
		<Show
			when={editing() && props.post.viewerCanEdit}
			fallback={
				<>
					<PostView
						id={id()}
						author={{ name: props.post.author.name, href: `/people/${props.post.author.handle}` }}
						place={byline()}
						createdAt={props.post.createdAt}
						edited={
							props.post.editedAt === null
								? undefined
								: `${threadPath(props.thread)}/posts/${props.post.number}`
						}
						permalink={postPath(props.thread, props.post.number)}
						html={props.post.html}
						lang={props.post.language}
						deleted={props.post.deleted}
						accepted={props.post.solution}
						replyTo={
							props.post.replyTo
								? {
										name: props.post.replyTo.author.name,
										href: postPath(props.thread, props.post.replyTo.number),
									}
								: undefined
						}
						note={
							props.post.language !== language &&
							!translating() && (
								<p class="meta dotted post-language">
									<span>{t("threads.inLanguage", { language: languageName(props.post.language) })}</span>
									{action("translate", t("threads.translate"), () => translate(true))}
								</p>
							)
						}
						instead={
							translating() ? (
								<Suspense fallback={<Skeleton />}>
									<Translated
										threadId={props.thread.id}
										number={props.post.number}
										original={props.address.post(props.post.number)}
										translated={props.address.act("translate", props.post.number)}
										onOriginal={() => translate(false)}
									/>
								</Suspense>
							) : undefined
						}
						actions={
							<>
								<Reactions
									post={props.post}
									threadId={props.thread.id}
									address={props.address}
									onChanged={props.onReacted}
								/>
								{props.canWrite && (
									<>
										{action("reply", t("threads.reply"), props.onReply)}
										{action("quote", t("threads.quote"), props.onQuote)}
									</>
								)}
								{props.canSolve && (
									<Suspense>
										<SolutionButton post={props.post} onChanged={props.onChanged} />
									</Suspense>
								)}
								{props.post.viewerCanEdit && action("edit", t("threads.edit"), () => setEditing(true))}
								{props.post.viewerCanDelete && action("delete", t("threads.delete"), () => setDeleting(true))}
								{props.more}
							</>
						}
					/>
					{deleting() && props.post.viewerCanDelete && (
						<Suspense>
							<DeletePost post={props.post} address={props.address} onDone={done} />
						</Suspense>
					)}
				</>
			}
		>
			<Suspense fallback={<Skeleton />}>
				<PostEditor post={props.post} threadId={props.thread.id} address={props.address} onDone={done} />
			</Suspense>
		</Show>
	);
}

import type { ThreadCard } from "@interurban/contract/events";
import { useNavigate } from "@solidjs/router";
import { createSignal, For, type JSX, onCleanup, onMount, Show, Suspense } from "solid-js";
import { createReading } from "../following/create-reading.ts";
import { NewDivider } from "../following/NewDivider.tsx";
import { ReadUpTo, UnreadFrom } from "../following/ReadingControls.tsx";
import type { WrittenPostFragment } from "../generated/types.ts";
import { part } from "../part.ts";
import { Typing } from "../presence/Typing.tsx";
import { LinkButton } from "../ui/Button.tsx";
import { Link } from "../ui/Link.tsx";
import { announce } from "../ui/LiveRegion.tsx";
import { NewItemsButton } from "../ui/NewItemsButton.tsx";
import { Section } from "../ui/Section.tsx";
import { useWords } from "../words.ts";
import type { Addition } from "./Composer.tsx";
import { createThread } from "./create-thread.ts";
import { useDiscussionAddress } from "./discussion-address.ts";
import { asChange, asEvent } from "./fetch-thread.ts";
import { LiveStatus } from "./LiveStatus.tsx";
import { PostItem } from "./PostItem.tsx";
import { quotationOf, selectionWithin } from "./quote.ts";
import { useSurroundings } from "./surroundings.ts";
import { EarlierPosts, LaterPosts } from "./ThreadPager.tsx";
import { lastNumber, type ThreadState } from "./thread-state.ts";
import { type FetchedThread, getPostText, pageLength, postPath } from "./threads.data.ts";

/** Readers need not load what only writers use. */
const Composer = part(() => import("./Composer.tsx"), ["draft", "pictures"]);
const OutgoingPosts = part(() => import("../outbox/OutgoingPosts.tsx"), ["outbox"]);
const Jump = part(() => import("./Jump.tsx"));
const ThreadAbove = part(() => import("./ThreadAbove.tsx"));
const FollowThread = part(() => import("../following/FollowMenu.tsx"), ["following"]);

/** The posts of a page of a discussion, and the field to write in. */
export function Posts(props: {
	fetched: ThreadState;
	thread: FetchedThread;
	path: string;
	onCard?: ((card: ThreadCard) => void) | undefined;
}) {
	const t = useWords();
	const around = useSurroundings();
	let list: HTMLOListElement | undefined;
	let end: HTMLDivElement | undefined;
	let composer: HTMLElement | undefined;
	const [endInView, setEndInView] = createSignal(false);
	/** In the middle of a text, whose field must not move. */
	const isWriting = () => {
		const field = composer?.querySelector("textarea");
		return field === document.activeElement && Boolean(field?.value.trim());
	};
	const thread = createThread({
		fetched: () => props.fetched,
		element: () => list?.closest("section") ?? undefined,
		isReadingEnd: () => endInView() && !document.hidden && !isWriting(),
		onCard: (card) => props.onCard?.(card),
		onShown: (name) => announce(t("threads.newFrom", { name })),
	});
	const state = thread.state;
	const hasAbove = () => {
		const { viewer, card } = state();
		return viewer !== null || card.closedAt !== null || card.summaryHtml !== "" || card.solutions.length > 0;
	};
	const canWrite = () => state().viewerCanPost && !state().card.closedAt;
	const navigate = useNavigate();
	const address = useDiscussionAddress({ path: props.path, after: () => state().after });
	const [replyTo, setReplyTo] = createSignal(address.asked("reply") ?? address.asked("quote"));
	const [added, setAdded] = createSignal<Addition | null>(null);

	// A person does not change while a page is shown; a thread does not either.
	const { viewer: owner, id: threadId } = props.fetched;
	const shownSent = (post: WrittenPostFragment) => {
		const wasAtEnd = thread.isAtEnd();
		thread.hear(asEvent(post));
		// On an earlier page one's own post is not to be seen: there it leads on.
		if (!wasAtEnd) navigate(address.post(post.number));
	};

	const reading = createReading({
		...{ threadId, viewerId: props.fetched.viewerId },
		following: () => props.thread.viewerFollowing,
		after: () => state().after,
		postCount: () => props.fetched.postCount,
		list: () => list,
	});

	onMount(() => {
		if (!end) return;
		const observer = new IntersectionObserver(([entry]) => setEndInView(entry?.isIntersecting === true));
		observer.observe(end);
		onCleanup(() => observer.disconnect());
	});

	const showPending = () => {
		const first = thread.showPending();
		document.getElementById(`post-${first}`)?.focus();
	};
	const quote = async (number: number) => {
		const element = document.getElementById(`post-${number}`);
		const selected = element ? selectionWithin(element) : "";
		setReplyTo(number);
		const post = state().posts.find((one) => one.number === number);
		const text = selected || (await getPostText(threadId, number).catch(() => null))?.body;
		if (post && text) setAdded({ text: quotationOf(post.author.name, postPath(props.thread, number), text) });
	};

	return (
		<Section
			id="discussion"
			title={around.title?.() ?? t("threads.discussion")}
			aside={<LiveStatus count={state().postCount} />}
		>
			<Show when={state().postCount === 0}>
				<p>{t(canWrite() ? "threads.emptyWrite" : "threads.empty")}</p>
			</Show>
			<Show when={hasAbove()}>
				<Suspense>
					<ThreadAbove state={state()} thread={props.thread} />
				</Suspense>
			</Show>
			<Show when={reading}>
				{(progress) => (
					<Suspense>
						<FollowThread threadId={threadId} of={progress().held()} onDone={progress().answered} />
					</Suspense>
				)}
			</Show>
			<Show when={state().postCount > pageLength}>
				<Suspense>
					<Jump
						path={props.path}
						address={address}
						postCount={state().postCount}
						firstDay={props.thread.createdAt.slice(0, 10)}
						hasUnread={(reading?.held().readNumber ?? Number.POSITIVE_INFINITY) < state().postCount}
						onJump={navigate}
					/>
				</Suspense>
			</Show>
			<EarlierPosts address={address} after={state().after} />
			<ol class="posts plain" ref={list}>
				<For each={thread.posts()}>
					{(post) => (
						<>
							<li>
								{reading?.firstNew() === post.number && <NewDivider />}
								<Folded reason={around.folded?.(post.author)}>
									<PostItem
										post={post}
										thread={props.thread}
										canWrite={canWrite()}
										canSolve={state().viewerCanManage && post.number > 1}
										address={address}
										onReply={() => setReplyTo(post.number)}
										onQuote={() => void quote(post.number)}
										onChanged={(changed) => thread.hear(asChange(changed))}
										onReacted={(reacted) => thread.hear(asEvent(reacted))}
										more={
											<>
												{reading && (
													<UnreadFrom
														threadId={threadId}
														number={post.number}
														address={address}
														progress={reading}
													/>
												)}
												{owner && post.author.handle !== owner && (
													<Link href={`/report?thread=${threadId}&post=${post.number}`} rel="nofollow">
														{t("threads.report")}
													</Link>
												)}
											</>
										}
									/>
								</Folded>
							</li>
							{around.behind?.(post.number)}
						</>
					)}
				</For>
			</ol>
			<Suspense>
				<OutgoingPosts
					threadId={threadId}
					owner={owner}
					heldVersion={state().version}
					onSent={shownSent}
					onEdit={setAdded}
				/>
			</Suspense>
			<div ref={end} id={reading?.firstNew() ? undefined : "new"} />
			<Show when={reading}>
				{(progress) => (
					<ReadUpTo threadId={threadId} last={lastNumber(state())} address={address} progress={progress()} />
				)}
			</Show>
			<NewItemsButton count={thread.pending()} onClick={showPending} />
			<Show when={!thread.isAtEnd()}>
				<LaterPosts address={address} last={lastNumber(state())} postCount={state().postCount} />
			</Show>
			<Typing threadId={threadId} viewer={owner} last={state().posts.at(-1)} composer={() => composer} />
			<section id="answer" ref={composer} tabindex="-1" aria-label={t("threads.write")}>
				<Show
					when={canWrite() && owner}
					fallback={
						around.insteadOfWriting?.() ?? (
							<Show when={!state().card.closedAt} fallback={<p class="meta">{t("threads.closedText")}</p>}>
								<p>
									<LinkButton href={address.signIn()} kind="primary">
										{t("threads.signIn")}
									</LinkButton>
								</p>
							</Show>
						)
					}
				>
					{(handle) => (
						<Suspense>
							<Composer
								thread={props.thread}
								path={props.path}
								owner={handle()}
								posts={state().posts}
								address={address}
								replyTo={replyTo()}
								onReplyTo={setReplyTo}
								added={added()}
								onAdded={() => setAdded(null)}
							/>
						</Suspense>
					)}
				</Show>
			</section>
		</Section>
	);
}

/** A post that is shown when it is asked for, and why. */
function Folded(props: { reason: string | undefined; children: JSX.Element }) {
	return (
		<>
			{props.reason ? (
				<details class="folded-post">
					<summary>{props.reason}</summary>
					{props.children}
				</details>
			) : (
				props.children
			)}
		</>
	);
}

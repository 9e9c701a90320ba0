import { type ReactionKind, reactionKinds } from "@interurban/contract/vocabulary";
import { createSignal, For, Show, Suspense } from "solid-js";
import { ReactToPost } from "../generated/operations.ts";
import type { WrittenPostFragment } from "../generated/types.ts";
import { part } from "../part.ts";
import { useWords } from "../words.ts";
import { ActionLink } from "./ActionLink.tsx";
import type { DiscussionAddress } from "./discussion-address.ts";
import { PressForm } from "./PressForm.tsx";
import type { HeldPost } from "./thread-state.ts";

/** What is said most often takes one press even where nobody has said it yet. */
const usual: ReactionKind = "helpful";

const Reactors = part(() => import("./Reactors.tsx"));

/** What readers said of a post with one press, and the buttons to say so; without JavaScript each is a form's. */
export function Reactions(props: {
	post: HeldPost;
	threadId: string;
	address: DiscussionAddress;
	onChanged: (post: WrittenPostFragment) => void;
}) {
	const t = useWords();
	let form: HTMLFormElement | undefined;
	let pressed: string | undefined;
	const [naming, setNaming] = createSignal(props.address.asked("who") === props.post.number);
	const countOf = (kind: ReactionKind) => props.post.reactions.find((one) => one.kind === kind)?.count ?? 0;
	const said = () => reactionKinds.filter((kind) => countOf(kind) > 0);
	const offered = () => reactionKinds.filter((kind) => kind === usual || countOf(kind) > 0);
	const further = () => reactionKinds.filter((kind) => kind !== usual && countOf(kind) === 0);
	const button = (kind: ReactionKind) => {
		const isOwn = () => props.post.viewerReactions?.includes(kind) ?? false;
		return (
			<button
				type="submit"
				name="reaction"
				value={`${kind}:${!isOwn()}`}
				aria-pressed={isOwn()}
				title={isOwn() ? t("threads.takeBack") : undefined}
				data-kind={kind}
			>
				{t(`threads.reaction_${kind}`)}
				{countOf(kind) > 0 && <b>{t("threads.number", { n: countOf(kind) })}</b>}
			</button>
		);
	};
	/** The button moves between what was said and what was not: the focus goes with it. */
	const done = (post: WrittenPostFragment) => {
		form?.querySelector("details")?.removeAttribute("open");
		props.onChanged(post);
		if (pressed) form?.querySelector<HTMLElement>(`[data-kind="${pressed}"]`)?.focus();
	};
	return (
		<Show when={props.post.viewerReactions !== null || said().length}>
			{/* biome-ignore lint/a11y/useSemanticElements: a fieldset would stand between the form and its page */}
			<div class="reactions" role="group" aria-label={t("threads.reactions")}>
				<Show
					when={props.post.viewerReactions !== null}
					fallback={
						<For each={said()}>
							{(kind) => (
								<span class="reaction">
									{t(`threads.reaction_${kind}`)} <b>{t("threads.number", { n: countOf(kind) })}</b>
								</span>
							)}
						</For>
					}
				>
					<PressForm
						operation={ReactToPost}
						key={props.post.id}
						variables={(value) => {
							const [kind, given] = value.split(":");
							pressed = kind;
							return { id: props.post.id, kind: kind as ReactionKind, given: given === "true" };
						}}
						ref={(element) => {
							form = element;
						}}
						onDone={({ reactToPost }) => done(reactToPost)}
					>
						<input type="hidden" name="id" value={props.post.id} />
						<For each={offered()}>{button}</For>
						<Show when={further().length}>
							<details>
								<summary>{t("threads.moreReactions")}</summary>
								<For each={further()}>{button}</For>
							</details>
						</Show>
					</PressForm>
				</Show>
				<Show when={said().length}>
					<ActionLink
						href={props.address.act("who", props.post.number)}
						about={`post-${props.post.number}`}
						onChoose={() => setNaming(!naming())}
					>
						{t("threads.who")}
					</ActionLink>
				</Show>
			</div>
			<Show when={naming() && said().length}>
				<Suspense>
					<Reactors threadId={props.threadId} post={props.post} />
				</Suspense>
			</Show>
		</Show>
	);
}

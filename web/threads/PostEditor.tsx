import { limits } from "@interurban/contract/limits";
import { createAsync } from "@solidjs/router";
import { onMount, Show } from "solid-js";
import { execute } from "../execute.ts";
import { Form } from "../form.tsx";
import { EditPost } from "../generated/operations.ts";
import type { ChangedPostFragment, EditPostMutationVariables } from "../generated/types.ts";
import { PictureField } from "../pictures/PictureField.tsx";
import { makeWaitingPictures } from "../pictures/waiting-pictures.ts";
import { SubmitButton } from "../submit-button.tsx";
import { useWords } from "../words.ts";
import { ActionLink } from "./ActionLink.tsx";
import type { DiscussionAddress } from "./discussion-address.ts";
import type { HeldPost } from "./thread-state.ts";
import { getPostText } from "./threads.data.ts";
import { editPostForm } from "./threads.forms.ts";

/** Changes a post where it stands. */
export default function PostEditor(props: {
	post: HeldPost;
	threadId: string;
	address: DiscussionAddress;
	onDone: (changed?: ChangedPostFragment) => void;
}) {
	const t = useWords();
	const text = createAsync(() => getPostText(props.threadId, props.post.number));
	const pictures = makeWaitingPictures();
	const fieldId = () => `edit-${props.post.number}`;
	return (
		<div class="post" id={`post-${props.post.number}`}>
			<Show when={text()}>
				{(found) => (
					<Form
						of={editPostForm}
						key={found().id}
						class="form post-body"
						aria-label={t("threads.editLabel")}
						send={async (variables) => {
							pictures.check();
							return execute(EditPost, variables as EditPostMutationVariables);
						}}
						onDone={({ editPost }) => props.onDone(editPost)}
					>
						<input type="hidden" name="id" value={found().id} />
						<PictureField
							id={fieldId()}
							name="body"
							label={t("threads.editLabel")}
							required
							rows={8}
							limit={limits.post}
							value={found().body}
							onWaiting={pictures.note}
						/>
						<Focus id={fieldId()} />
						<p class="row">
							<SubmitButton>{t("threads.save")}</SubmitButton>
							<ActionLink href={props.address.here()} onChoose={() => props.onDone()}>
								{t("threads.cancel")}
							</ActionLink>
						</p>
					</Form>
				)}
			</Show>
		</div>
	);
}

/** Takes the focus into a field that has just come. */
function Focus(props: { id: string }) {
	onMount(() => document.getElementById(props.id)?.focus());
	return null;
}

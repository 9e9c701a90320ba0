import { createSignal, onMount, Show } from "solid-js";
import { Form } from "../form.tsx";
import type { ChangedPostFragment } from "../generated/types.ts";
import { SubmitButton } from "../submit-button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useWords } from "../words.ts";
import { ActionLink } from "./ActionLink.tsx";
import type { DiscussionAddress } from "./discussion-address.ts";
import type { HeldPost } from "./thread-state.ts";
import { deletePostForm } from "./threads.forms.ts";

type DeleteProps = {
	post: HeldPost;
	address: DiscussionAddress;
	onDone: (changed?: ChangedPostFragment) => void;
};

/** Asks once more before a post's text goes: in a dialog, or in the page where there is no JavaScript. */
export default function DeletePost(props: DeleteProps) {
	const t = useWords();
	const [alive, setAlive] = createSignal(false);
	onMount(() => setAlive(true));
	return (
		<Show when={alive()} fallback={<Question {...props} />}>
			<Dialog
				id={`delete-${props.post.number}`}
				open
				onClose={() => props.onDone()}
				title={t("threads.deleteTitle")}
			>
				<Question {...props} />
			</Dialog>
		</Show>
	);
}

function Question(props: DeleteProps) {
	const t = useWords();
	return (
		<Form
			of={deletePostForm}
			key={props.post.id}
			class="form"
			aria-label={t("threads.deleteTitle")}
			onDone={({ deletePost }) => props.onDone(deletePost)}
		>
			<input type="hidden" name="id" value={props.post.id} />
			<p>{t("threads.deleteText")}</p>
			<p class="row">
				<SubmitButton kind="danger">{t("threads.deleteConfirm")}</SubmitButton>
				<ActionLink href={props.address.here()} onChoose={() => props.onDone()}>
					{t("threads.cancel")}
				</ActionLink>
			</p>
		</Form>
	);
}

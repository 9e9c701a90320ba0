import { MarkSolution } from "../generated/operations.ts";
import type { ChangedPostFragment } from "../generated/types.ts";
import { useWords } from "../words.ts";
import { PressForm } from "./PressForm.tsx";
import type { HeldPost } from "./thread-state.ts";

/** Marks a post as a solution, or no longer. */
export default function SolutionButton(props: {
	post: HeldPost;
	onChanged: (post: ChangedPostFragment) => void;
}) {
	const t = useWords();
	return (
		<PressForm
			operation={MarkSolution}
			key={props.post.id}
			variables={(value) => ({ id: props.post.id, solves: value === "true" })}
			onDone={({ markSolution }) => props.onChanged(markSolution)}
		>
			<input type="hidden" name="id" value={props.post.id} />
			<button type="submit" name="solves" value={String(!props.post.solution)}>
				{t(props.post.solution ? "threads.unsolve" : "threads.solve")}
			</button>
		</PressForm>
	);
}

import { Suspense } from "solid-js";
import { part } from "../part.ts";

const Completion = part(() => import("./writing/Completion.tsx"), ["practice_hints"]);

/**
 * For the editors of a practice, on its page: that publishing worked, and what would make it a full one. Its code and
 * words are loaded for them alone.
 */
export function CompletionHints(props: { slug: string }) {
	return (
		<Suspense>
			<Completion slug={props.slug} />
		</Suspense>
	);
}

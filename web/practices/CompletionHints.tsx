import { lazy, Suspense } from "solid-js";
import { isServer } from "solid-js/web";
import { loadWords } from "../words.ts";

const Completion = lazy(async () => {
	if (!isServer) await loadWords(document.documentElement.lang, ["practice_hints"]);
	return import("./writing/Completion.tsx");
});

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

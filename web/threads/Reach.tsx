import { createEffect, createSignal, on, onCleanup, Show } from "solid-js";
import { execute } from "../execute.ts";
import { PostReach } from "../generated/operations.ts";
import { useWords } from "../words.ts";

/** Milliseconds without a key before it is asked. */
const pause = 800;

/** How many people hear of a post that is being written. Where that cannot be asked, nothing is said. */
export function Reach(props: { threadId: string; text: string }) {
	const t = useWords();
	const [count, setCount] = createSignal(0);
	let timer: ReturnType<typeof setTimeout> | undefined;
	let turn = 0;
	onCleanup(() => clearTimeout(timer));
	createEffect(
		on(
			() => props.text,
			(text) => {
				clearTimeout(timer);
				const mine = ++turn;
				if (!text.trim()) return setCount(0);
				timer = setTimeout(async () => {
					const found = await execute(PostReach, { threadId: props.threadId, body: text }).catch(() => null);
					if (mine === turn) setCount(found?.postReach ?? 0);
				}, pause);
			},
		),
	);
	return (
		<span class="meta" role="status">
			<Show when={count()}>{(n) => t("threads.reach", { count: n() })}</Show>
		</span>
	);
}

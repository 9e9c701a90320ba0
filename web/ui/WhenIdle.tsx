import { createSignal, type JSX, onMount, Show, Suspense } from "solid-js";
import { NoHydration } from "solid-js/web";
import { whenIdle } from "../idle.ts";

/** What comes when the page has nothing else to do; until then, and without JavaScript, what the server made. */
export function WhenIdle(props: { before: JSX.Element; children: JSX.Element }) {
	const [isIdle, setIdle] = createSignal(false);
	onMount(() => whenIdle().then(() => setIdle(true)));
	return (
		<Show when={isIdle()} fallback={<NoHydration>{props.before}</NoHydration>}>
			<Suspense>{props.children}</Suspense>
		</Show>
	);
}

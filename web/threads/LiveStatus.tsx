import { createSignal, onMount } from "solid-js";
import { liveState } from "../live.ts";
import { useWords } from "../words.ts";

/** How many posts there are, and whether new ones appear by themselves at the moment. */
export function LiveStatus(props: { count: number }) {
	const t = useWords();
	// The socket may be open before these posts come alive, and the server knows nothing of it.
	const [isAlive, setAlive] = createSignal(false);
	onMount(() => setAlive(true));
	const word = () => {
		const state = liveState();
		if (!isAlive() || state === "idle") return null;
		return t(
			(
				{
					online: "threads.live",
					reconnecting: "threads.reconnecting",
					slow: "threads.slow",
					offline: "threads.offline",
				} as const
			)[state],
		);
	};
	return (
		<span class="meta">
			{t("threads.count", { count: props.count })}
			<span role="status">{word() ? ` · ${word()}` : ""}</span>
		</span>
	);
}

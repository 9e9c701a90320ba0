import { createEffect, on } from "solid-js";
import { announce } from "../ui/LiveRegion.tsx";
import { useWords } from "../words.ts";
import type { DraftState } from "./create-draft.ts";

/**
 * Where what was typed is now, in words. Screen readers hear of it when it changes for the worse, and when all is well
 * again; not at each save.
 */
export function DraftStatus(props: { state: DraftState; isKept: boolean }) {
	const t = useWords();
	const words = () =>
		({
			untouched: props.isKept ? t("draft.saved") : t("draft.untouched"),
			typing: t("draft.typing"),
			device: t("draft.device"),
			sending: t("draft.typing"),
			saved: t("draft.saved"),
			offline: t("draft.offline"),
			refused: t("draft.refused"),
			signed_out: t("draft.signedOut"),
			conflict: t("draft.conflict"),
			lost: t("draft.lost"),
		})[props.state];
	const calm = new Set<DraftState>(["untouched", "typing", "sending", "device", "saved"]);
	let wasWorried = false;
	createEffect(
		on(
			() => props.state,
			(state) => {
				const isWorried = !calm.has(state);
				if (isWorried || (wasWorried && (state === "saved" || state === "device"))) announce(words());
				if (state !== "typing" && state !== "sending") wasWorried = isWorried;
			},
			{ defer: true },
		),
	);
	return (
		<p class="draft-status needs-script" classList={{ worried: !calm.has(props.state) }}>
			{words()}
		</p>
	);
}

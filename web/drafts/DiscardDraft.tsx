import { createSignal, Show, Suspense } from "solid-js";
import { part } from "../part.ts";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words.ts";

const Dialog = part(async () => ({ default: (await import("../ui/Dialog.tsx")).Dialog }));

/** Throws the draft away, once that was confirmed. */
export function DiscardDraft(props: { onDiscard: () => void }) {
	const t = useWords();
	const [isOpen, setOpen] = createSignal(false);
	const discard = () => {
		setOpen(false);
		props.onDiscard();
	};
	return (
		<span class="needs-script">
			<Button kind="quiet" type="button" onClick={() => setOpen(true)}>
				{t("draft.discard")}
			</Button>
			<Show when={isOpen()}>
				<Suspense>
					<Dialog id="discard-draft" open onClose={() => setOpen(false)} title={t("draft.discardTitle")}>
						<div class="stack">
							<p>{t("draft.discardText")}</p>
							<div class="row">
								<Button kind="danger" onClick={discard}>
									{t("draft.discardYes")}
								</Button>
								<Button onClick={() => setOpen(false)}>{t("draft.discardNo")}</Button>
							</div>
						</div>
					</Dialog>
				</Suspense>
			</Show>
		</span>
	);
}

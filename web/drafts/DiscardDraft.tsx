import { createSignal } from "solid-js";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useWords } from "../words.ts";

/** Throws the draft away, once that was confirmed. */
export function DiscardDraft(props: { onDiscard: () => void }) {
	const t = useWords();
	const [isOpen, setOpen] = createSignal(false);
	return (
		<span class="needs-script">
			<Button kind="quiet" type="button" onClick={() => setOpen(true)}>
				{t("drafts.discard")}
			</Button>
			<Dialog
				id="discard-draft"
				open={isOpen()}
				onClose={() => setOpen(false)}
				title={t("drafts.discardTitle")}
			>
				<div class="stack">
					<p>{t("drafts.discardText")}</p>
					<div class="row">
						<Button
							kind="danger"
							onClick={() => {
								setOpen(false);
								props.onDiscard();
							}}
						>
							{t("drafts.discardYes")}
						</Button>
						<Button onClick={() => setOpen(false)}>{t("drafts.discardNo")}</Button>
					</div>
				</div>
			</Dialog>
		</span>
	);
}

import { createEffect, type JSX } from "solid-js";
import IconX from "~icons/lucide/x";
import { useWords } from "../words.ts";

/** A native modal dialog. It closes by Escape, its button, or a form of `method="dialog"` inside. */
export function Dialog(props: {
	/** Unique on the page. */
	id: string;
	open: boolean;
	onClose: () => void;
	title: string;
	children: JSX.Element;
}) {
	const t = useWords();
	let dialog: HTMLDialogElement | undefined;
	createEffect(() => {
		if (props.open && !dialog?.open) dialog?.showModal();
		if (!props.open && dialog?.open) dialog.close();
	});
	return (
		<dialog
			ref={dialog}
			class="dialog"
			id={props.id}
			aria-labelledby={`${props.id}-title`}
			onClose={() => props.onClose()}
		>
			<div class="dialog-head">
				<h2 id={`${props.id}-title`}>{props.title}</h2>
				<button type="button" class="menu-button" aria-label={t("ui.close")} onClick={() => props.onClose()}>
					<IconX />
				</button>
			</div>
			{props.children}
		</dialog>
	);
}

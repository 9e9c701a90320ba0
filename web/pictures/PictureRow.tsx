import { Failure } from "@interurban/contract/errors";
import type { UploadedFile } from "@interurban/contract/rendering";
import { createSignal, createUniqueId, onCleanup, onMount, Show } from "solid-js";
import IconError from "~icons/lucide/circle-alert";
import { loadErrorWords, useErrorWords } from "../errors.ts";
import { uploadFile } from "../practices/writing/upload-file.ts";
import { Button } from "../ui/Button.tsx";
import { ProgressBar } from "../ui/ProgressBar.tsx";
import { useWords } from "../words.ts";
import { markdownOf } from "./markdown-pictures.ts";

/** A file on its way into the text: how far it has come, what it shows, and the way back. */
export function PictureRow(props: {
	file: File;
	onInsert: (markdown: string) => void;
	onRemove: () => void;
}) {
	const t = useWords();
	const words = useErrorWords();
	const id = createUniqueId();
	// The file of a row stays.
	const { file } = props;
	const isPicture = file.type.startsWith("image/");
	const preview = isPicture ? URL.createObjectURL(file) : null;
	const [sent, setSent] = createSignal(0);
	const [uploaded, setUploaded] = createSignal<UploadedFile | null>(null);
	const [problem, setProblem] = createSignal<string | null>(null);
	const [alternative, setAlternative] = createSignal("");
	const [isDecorative, setDecorative] = createSignal(false);
	const [isMissing, setMissing] = createSignal(false);
	const [isWanted, setWanted] = createSignal(false);
	const stopping = new AbortController();
	let field: HTMLInputElement | undefined;

	const finish = (found: UploadedFile) => {
		if (found.width === null || isWanted())
			props.onInsert(markdownOf(found, isDecorative() ? "" : alternative()));
	};
	const send = async () => {
		setProblem(null);
		setSent(0);
		try {
			const found = await uploadFile(file, setSent, stopping.signal);
			setUploaded(found);
			finish(found);
		} catch (error) {
			if (stopping.signal.aborted) return;
			if (!(error instanceof Failure)) throw error;
			await loadErrorWords();
			setProblem(words(error.issues[0]));
		}
	};
	onMount(() => {
		field?.focus();
		void send();
	});
	onCleanup(() => {
		stopping.abort();
		if (preview) URL.revokeObjectURL(preview);
	});
	const insert = () => {
		if (!isDecorative() && !alternative().trim()) {
			setMissing(true);
			field?.focus();
			return;
		}
		setMissing(false);
		setWanted(true);
		const found = uploaded();
		if (found) finish(found);
	};
	return (
		<li class="picture">
			<Show when={preview}>{(source) => <img src={source()} alt="" />}</Show>
			<div class="stack">
				<p class="meta">
					<bdi>{file.name}</bdi>
				</p>
				<Show when={isPicture}>
					<div class="field" classList={{ "has-error": isMissing() }}>
						<label class="label" for={`${id}-alternative`}>
							{t("pictures.alternative")}
						</label>
						<p class="hint" id={`${id}-hint`}>
							{t("pictures.alternativeHint")}
						</p>
						<Show when={isMissing()}>
							<p class="field-error" id={`${id}-error`} role="alert">
								<IconError />
								<span>{t("pictures.missing")}</span>
							</p>
						</Show>
						<input
							ref={field}
							class="input"
							id={`${id}-alternative`}
							type="text"
							dir="auto"
							maxlength={500}
							disabled={isDecorative()}
							aria-invalid={isMissing() ? "true" : undefined}
							aria-describedby={`${id}-hint${isMissing() ? ` ${id}-error` : ""}`}
							onInput={(event) => setAlternative(event.currentTarget.value)}
							onKeyDown={(event) => {
								if (event.key !== "Enter" || event.isComposing) return;
								event.preventDefault();
								insert();
							}}
						/>
					</div>
					<label class="choice">
						<input
							type="checkbox"
							onChange={(event) => {
								setDecorative(event.currentTarget.checked);
								setMissing(false);
							}}
						/>
						<span>{t("pictures.decorative")}</span>
					</label>
				</Show>
				<Show when={!uploaded() && !problem()}>
					<ProgressBar
						label={t("files.sending", { name: file.name })}
						value={sent() < 1 ? sent() : undefined}
						max={1}
						text={t("files.sent", { percent: Math.round(sent() * 100) })}
					/>
				</Show>
				<Show when={problem()}>
					{(text) => (
						<p class="field-error" role="alert">
							<IconError />
							<span>{text()}</span>
						</p>
					)}
				</Show>
				<div class="row">
					<Show when={problem()} fallback={<Insert show={isPicture} busy={isWanted()} onClick={insert} />}>
						<Button type="button" onClick={() => void send()}>
							{t("pictures.tryAgain")}
						</Button>
					</Show>
					<Button kind="quiet" type="button" onClick={() => props.onRemove()}>
						{uploaded() || problem() ? t("pictures.remove") : t("files.cancel")}
					</Button>
				</div>
			</div>
		</li>
	);
}

function Insert(props: { show: boolean; busy: boolean; onClick: () => void }) {
	const t = useWords();
	return (
		<Show when={props.show}>
			<Button type="button" busy={props.busy} onClick={() => props.onClick()}>
				{t("pictures.insert")}
			</Button>
		</Show>
	);
}

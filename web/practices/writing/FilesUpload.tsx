import { Failure } from "@interurban/contract/errors";
import { type UploadedFile, uploadField } from "@interurban/contract/rendering";
import { createSignal, createUniqueId, For, onCleanup, Show } from "solid-js";
import IconError from "~icons/lucide/circle-alert";
import { useErrorWords } from "../../errors.ts";
import { Button } from "../../ui/Button.tsx";
import { Field, useField } from "../../ui/Field.tsx";
import { ProgressBar } from "../../ui/ProgressBar.tsx";
import { useWords } from "../../words.ts";
import { uploadFile } from "./upload-file.ts";

/** For the dialog of the device only; the server looks at the content. */
const accepted =
	".jpg,.jpeg,.png,.webp,.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,image/jpeg,image/png,image/webp,application/pdf";

/** Files that come with the form, where there is no script to send them before. */
export function FilesField() {
	const t = useWords();
	const props = { name: uploadField, label: t("files.choose"), hint: t("files.plainHint") };
	const state = useField(props);
	return (
		<div class="without-script stack">
			<Field of={props} state={state}>
				<input
					class="input"
					id={state.id()}
					type="file"
					name={uploadField}
					multiple
					accept={accepted}
					aria-invalid={state.invalid()}
					aria-describedby={state.describedBy()}
				/>
			</Field>
			<div>
				<Button type="submit" name="_action" value="upload" unchecked>
					{t("files.upload")}
				</Button>
			</div>
		</div>
	);
}

/** Files are chosen or dropped, and sent one after another. */
export function FilesUpload(props: { onUploaded: (file: UploadedFile) => void }) {
	const t = useWords();
	const words = useErrorWords();
	const id = createUniqueId();
	const [waiting, setWaiting] = createSignal<readonly File[]>([]);
	const [sent, setSent] = createSignal(0);
	const [problems, setProblems] = createSignal<readonly string[]>([]);
	const [isOver, setOver] = createSignal(false);
	let stopping = new AbortController();

	const send = async (file: File) => {
		setSent(0);
		try {
			props.onUploaded(await uploadFile(file, setSent, stopping.signal));
		} catch (error) {
			if (stopping.signal.aborted) return;
			if (!(error instanceof Failure)) throw error;
			const reason = words(error.issues[0]);
			setProblems((before) => [...before, t("files.failed", { name: file.name, reason })]);
		}
	};
	const take = async (files: readonly File[]) => {
		const isBusy = waiting().length > 0;
		setWaiting((before) => [...before, ...files]);
		if (isBusy) return;
		setProblems([]);
		stopping = new AbortController();
		for (let [file] = waiting(); file; [file] = waiting()) {
			await send(file);
			setWaiting((before) => before.slice(1));
		}
	};
	const stop = () => {
		setWaiting((before) => before.slice(0, 1));
		stopping.abort();
	};
	onCleanup(stop);

	return (
		<div class="needs-script stack">
			{/* Dropping is a short cut; the button does the same. */}
			{/* biome-ignore lint/a11y/noStaticElementInteractions: nothing here is to be focused but the button */}
			<div
				class="drop-area"
				classList={{ over: isOver() }}
				onDragOver={(event) => {
					if (!event.dataTransfer?.types.includes("Files")) return;
					event.preventDefault();
					setOver(true);
				}}
				onDragLeave={() => setOver(false)}
				onDrop={(event) => {
					event.preventDefault();
					setOver(false);
					void take([...(event.dataTransfer?.files ?? [])]);
				}}
			>
				<label class="button">
					<input
						class="visually-hidden"
						type="file"
						multiple
						accept={accepted}
						aria-describedby={`${id}-problems`}
						onChange={(event) => {
							void take([...(event.currentTarget.files ?? [])]);
							event.currentTarget.value = "";
						}}
					/>
					{t("files.choose")}
				</label>
				<span class="meta">{t("files.drop")}</span>
			</div>
			<Show when={waiting()[0]}>
				{(file) => (
					<div class="row">
						<ProgressBar
							label={t("files.sending", { name: file().name })}
							value={sent() < 1 ? sent() : undefined}
							max={1}
							text={t("files.sent", { percent: Math.round(sent() * 100) })}
						/>
						<Button kind="quiet" onClick={stop}>
							{t("files.cancel")}
						</Button>
					</div>
				)}
			</Show>
			<div id={`${id}-problems`} role="alert">
				<For each={problems()}>
					{(problem) => (
						<p class="field-error">
							<IconError />
							<span>{problem}</span>
						</p>
					)}
				</For>
			</div>
		</div>
	);
}

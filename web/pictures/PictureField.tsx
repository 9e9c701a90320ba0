import { uploadField } from "@interurban/contract/rendering";
import { createSignal, Show, Suspense } from "solid-js";
import { part } from "../part.ts";
import { Button } from "../ui/Button.tsx";
import { Field, fieldId, useField } from "../ui/Field.tsx";
import { MarkdownField } from "../ui/MarkdownField.tsx";
import type { TextAreaProps } from "../ui/TextArea.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words.ts";
import { alternativeField, asParagraph } from "./markdown-pictures.ts";

const Pictures = part(() => import("./Pictures.tsx"), ["files"]);

/** For the dialog of the device only; the server looks at the content. */
const accepted =
	".jpg,.jpeg,.png,.webp,.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,image/jpeg,image/png,image/webp";

/**
 * A field for Markdown into which pictures can be pasted, dropped or chosen: each is sent at once, and put where the cursor
 * is when it was said what it shows. Its page needs the words of the section `pictures`.
 * @param props.onWaiting is told how many still need something of the writer
 */
export function PictureField(props: TextAreaProps & { onWaiting?: (count: number) => void }) {
	const t = useWords();
	const [given, setGiven] = createSignal<readonly File[]>([]);
	const [isOver, setOver] = createSignal(false);
	const area = () => document.getElementById(props.id ?? fieldId(props.name)) as HTMLTextAreaElement | null;
	const take = (files: FileList | null | undefined) => setGiven([...(files ?? [])]);
	const hasFiles = (transfer: DataTransfer | null) => transfer?.types.includes("Files") === true;
	const insert = (markdown: string) => {
		const field = area();
		if (!field) return;
		const { selectionEnd: at, value } = field;
		field.setRangeText(asParagraph(value.slice(0, at), markdown, value.slice(at)), at, at, "end");
		field.dispatchEvent(new InputEvent("input", { bubbles: true }));
		field.focus();
	};
	return (
		<>
			{/* Pasting and dropping are short cuts; the button does the same. */}
			{/* biome-ignore lint/a11y/noStaticElementInteractions: nothing here is to be focused but the field */}
			<div
				class="picture-field"
				classList={{ over: isOver() }}
				onPaste={(event) => {
					// Office programs give a picture of what they also give as text.
					const data = event.clipboardData;
					if (!data?.files.length || data.types.includes("text/plain")) return;
					event.preventDefault();
					take(data.files);
				}}
				onDragOver={(event) => {
					if (!hasFiles(event.dataTransfer)) return;
					event.preventDefault();
					setOver(true);
				}}
				onDragLeave={() => setOver(false)}
				onDrop={(event) => {
					setOver(false);
					if (!hasFiles(event.dataTransfer)) return;
					event.preventDefault();
					take(event.dataTransfer?.files);
				}}
			>
				<MarkdownField {...props} />
				<div class="row needs-script">
					<label class="button button-quiet">
						<input
							class="visually-hidden"
							type="file"
							multiple
							accept={accepted}
							onChange={(event) => {
								take(event.currentTarget.files);
								event.currentTarget.value = "";
							}}
						/>
						{t("pictures.add")}
					</label>
					<span class="meta">{t("pictures.paste")}</span>
				</div>
			</div>
			<Show when={given().length > 0}>
				<Suspense>
					<Pictures
						given={given()}
						onInsert={insert}
						onWaiting={(count: number) => props.onWaiting?.(count)}
					/>
				</Suspense>
			</Show>
			<WithoutScript />
		</>
	);
}

/** A file that comes with the form, where there is no script to send it before. */
function WithoutScript() {
	const t = useWords();
	const of = { name: uploadField, label: t("pictures.add") };
	const state = useField(of);
	return (
		<details class="disclosure without-script">
			<summary>{t("pictures.add")}</summary>
			<div class="stack">
				<Field of={of} state={state}>
					<input
						class="input"
						id={state.id()}
						type="file"
						name={uploadField}
						accept={accepted}
						aria-invalid={state.invalid()}
						aria-describedby={state.describedBy()}
					/>
				</Field>
				<TextField
					name={alternativeField}
					label={t("pictures.alternative")}
					hint={t("pictures.alternativeHint")}
				/>
				<div>
					<Button type="submit" name="_action" value="upload" unchecked>
						{t("pictures.insert")}
					</Button>
				</div>
			</div>
		</details>
	);
}

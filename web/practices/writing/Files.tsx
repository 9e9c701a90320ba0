import { limits } from "@interurban/contract/limits";
import type { UploadedFile } from "@interurban/contract/rendering";
import { licences } from "@interurban/contract/vocabulary";
import { Show, untrack } from "solid-js";
import { useFieldSource } from "../../ui/field-source.ts";
import { RepeatableRows } from "../../ui/RepeatableRows.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useWords } from "../../words.ts";
import { useWriting } from "./context.ts";
import { FilesField, FilesUpload } from "./FilesUpload.tsx";
import { fileField, fileFieldName, readFile } from "./uploaded-file.ts";

/** The pictures and documents of a practice: uploaded at once, part of it when the form is sent. */
export function Files() {
	const t = useWords();
	const writing = useWriting();
	const count = () =>
		writing.fields().filter(([name]) => name.startsWith("input.files.") && name.endsWith(".id")).length;
	let add: (file: UploadedFile) => void = () => {};
	return (
		<fieldset class="fieldset">
			<legend class="label">{t("practice_form.files")}</legend>
			<p class="hint">{t("files.hint", { max: limits.files.size / 1e6 })}</p>
			<RepeatableRows<UploadedFile>
				name="input.files"
				label={(number) => t("practice_parts.fileNumber", { number })}
				spare={0}
				max={0}
				adding={(way) => {
					add = way;
				}}
			>
				{(at, start) => <FileRow at={at} start={start} />}
			</RepeatableRows>
			<Show when={writing.handle()} fallback={<p class="meta">{t("files.signIn")}</p>}>
				<Show when={count() < limits.practice.rows}>
					<FilesUpload onUploaded={(file) => add(file)} />
					<FilesField />
				</Show>
			</Show>
		</fieldset>
	);
}

function FileRow(props: { at: (field: string) => string; start: UploadedFile | undefined }) {
	const t = useWords();
	const source = useFieldSource();
	// The file of a row stays when the row moves up.
	const file = untrack(() => {
		if (props.start) return props.start;
		const id = source.value(props.at("id"));
		return readFile(id, source.value(fileFieldName(id)));
	});
	const isPicture = file.width !== null;
	const [name, about] = fileField(file);
	return (
		<>
			<input type="hidden" name={props.at("id")} value={file.id} />
			<input type="hidden" name={name} value={about} />
			<div class="uploaded">
				<Show when={isPicture}>
					<img
						src={`/files/${encodeURIComponent(file.id)}`}
						alt=""
						width={file.width ?? 0}
						height={file.height ?? 0}
						loading="lazy"
						decoding="async"
					/>
				</Show>
				<p class="meta">
					<bdi>{file.name || file.id}</bdi>
					<Show when={file.size}>
						{(size) => <> · {t("files.size", { size: Math.max(1, Math.round(size() / 1000)) })}</>}
					</Show>
				</p>
			</div>
			<TextField
				name={props.at("description")}
				label={isPicture ? t("files.alternative") : t("files.title")}
				hint={isPicture ? t("files.alternativeHint") : undefined}
				required
			/>
			<div class="field-pair">
				<SelectField
					name={props.at("licence")}
					label={t("practice_parts.fileLicence")}
					hint={t("files.licenceHint")}
					required
					value={licences[0]}
					options={licences.map((licence) => ({
						value: licence,
						label: licence === "all_rights_reserved" ? t("practice_terms.all_rights_reserved") : licence,
					}))}
				/>
				<TextField
					name={props.at("credit")}
					label={t("practice_parts.fileCredit")}
					hint={t("files.creditHint")}
				/>
			</div>
		</>
	);
}

import { type Fields, type UploadedFile, uploadField } from "@interurban/contract/rendering";

/** The field that carries this along with the form and its drafts, as the practice itself only needs the id. */
export const fileFieldName = (id: string) => `_file.${id}`;

export function fileField(file: UploadedFile): [name: string, value: string] {
	const { id, name, mediaType, size, width, height } = file;
	return [fileFieldName(id), JSON.stringify({ name, mediaType, size, width, height })];
}

/** Reads such a field; of a file that nothing is known of, its id must do. */
export function readFile(id: string, field: string | undefined): UploadedFile {
	let known: Partial<UploadedFile> | null = null;
	try {
		known = JSON.parse(field ?? "null");
	} catch {
		// Somebody else wrote it.
	}
	const number = (value: unknown) => (typeof value === "number" ? value : null);
	const hasSize = number(known?.width) !== null && number(known?.height) !== null;
	return {
		id,
		name: String(known?.name ?? ""),
		mediaType: String(known?.mediaType ?? ""),
		size: number(known?.size) ?? 0,
		width: hasSize ? number(known?.width) : null,
		height: hasSize ? number(known?.height) : null,
	};
}

/** Makes a row below a list's name of each file that came with the form. */
export const uploadsBelow =
	(list: string) =>
	(fields: Fields): Fields => {
		const rows = fields.flatMap(([name]) =>
			name.startsWith(`${list}.`) ? Number.parseInt(name.slice(list.length + 1), 10) : [],
		);
		let next = Math.max(-1, ...rows.filter(Number.isInteger)) + 1;
		return fields.flatMap(([name, value]): Fields => {
			if (name !== uploadField) return [[name, value]];
			const file = JSON.parse(value) as UploadedFile;
			return [[`${list}.${next++}.id`, file.id], fileField(file)];
		});
	};

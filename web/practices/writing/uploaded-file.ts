/** What the server found out about an uploaded file: its size in bytes, and in pixels if it is a picture. */
export type UploadedFile = {
	id: string;
	name: string;
	mediaType: string;
	size: number;
	width: number | null;
	height: number | null;
};

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

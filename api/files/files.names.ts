import { limits } from "@interurban/contract/limits";

/**
 * The name under which a file is kept: of the given path its last part, NFC, without control and format characters but
 * those that join letters, and with the extension of what the file is.
 */
export function cleanName(given: string, extension: string): string {
	const base = given
		.toWellFormed()
		.normalize("NFC")
		.replace(/(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "")
		.replace(/^.*[/\\]/, "")
		.replace(/\s+/g, " ")
		.trim();
	const dot = base.lastIndexOf(".");
	const known = dot > 0 && /^\.[a-z0-9]{1,5}$/i.test(base.slice(dot));
	const stem = [...(known ? base.slice(0, dot) : base)]
		.slice(0, limits.files.name - extension.length - 1)
		.join("")
		.replace(/^[.\s]+|[.\s]+$/g, "");
	return `${stem || "file"}.${extension}`;
}

/** A `Content-Disposition` value that carries any name (RFC 6266). */
export function disposition(kind: "inline" | "attachment", name: string): string {
	const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
	const encoded = encodeURIComponent(name).replace(
		/[!'()*]/g,
		(mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
	);
	return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

import type { Fields } from "@interurban/contract/rendering";

/** Where somebody was to go on: a path below the language prefix. Anything that could lead elsewhere is not one. */
export function localPath(value: unknown): string | null {
	if (typeof value !== "string" || !/^\/(?![/\\])/.test(value) || /[\p{Cc}\\]/u.test(value)) return null;
	return value;
}

/** The same from a form's hidden field `next`. */
export function nextIn(fields: Fields): string | null {
	return localPath(fields.findLast(([name]) => name === "next")?.[1]);
}

/** Carries along where to go on afterwards: `/welcome?step=2` → `/welcome?step=2&next=%2Fthreads%2F12`. */
export function withNext(path: string, next: string | null): string {
	return next ? `${path}${path.includes("?") ? "&" : "?"}next=${encodeURIComponent(next)}` : path;
}

import { type Match, matchesIn } from "./matches.ts";
import type { QueryTerm } from "./query-terms.ts";

/** Something that a thing says, as Markdown or plain. */
export interface Text {
	/** BCP 47 */
	language: string;
	text: string;
}

/** Plain text as HTML with what was looked for in `<mark>`. */
export interface Passage {
	html: string;
	/** BCP 47 */
	language: string;
}

/** Characters of a passage, a word more or less. */
const length = 220;
/** Characters before the first match in which a beginning is looked for. */
const before = 80;
/** Characters of one text that are looked at. */
const longest = 30_000;

/**
 * The place where texts fit a query best: where most of its words stand close together, in the earliest text that has
 * them; the beginning of the first text when none does. Null when there is no text.
 */
export function passageOf(texts: readonly Text[], query: readonly QueryTerm[]): Passage | null {
	let best: { text: string; language: string; matches: Match[]; window: Window } | null = null;
	for (const { language, text } of texts) {
		const plain = plainText(text.slice(0, longest));
		if (!plain) continue;
		const matches = query.length ? matchesIn(plain, language, query) : [];
		const window = bestWindow(matches);
		if (!best || window.score > best.window.score) best = { text: plain, language, matches, window };
	}
	if (!best) return null;
	const { start, end } = boundsOf(best.text, best.window);
	return { html: mark(best.text, start, end, best.matches), language: best.language };
}

interface Window {
	score: number;
	/** Of the first and last match inside. */
	start: number;
	end: number;
}

/** The earliest stretch that holds the most of what is looked for, each word counted once. */
function bestWindow(matches: readonly Match[]): Window {
	let best: Window = { score: 0, start: 0, end: 0 };
	for (const [at, first] of matches.entries()) {
		const weights = new Map<string, number>();
		let end = first.end;
		for (let next = at; next < matches.length; next++) {
			const match = matches[next] as Match;
			if (match.end - first.start > length) break;
			weights.set(match.typed, Math.max(match.weight, weights.get(match.typed) ?? 0));
			end = match.end;
		}
		let score = 0;
		for (const weight of weights.values()) score += weight;
		if (score > best.score) best = { score, start: first.start, end };
	}
	return best;
}

/** Where to cut: at the beginning of a sentence if one is near, between words otherwise. */
function boundsOf(text: string, window: Window): { start: number; end: number } {
	if (text.length <= length * 1.2) return { start: 0, end: text.length };
	let start = 0;
	if (window.start > before) {
		const lead = text.slice(window.start - before, window.start);
		const sentence = [...lead.matchAll(/[.!?\u061F\u3002\u2026:]\s+/g)].at(-1);
		const spare = window.end - window.start > length - before ? before - 20 : before / 2;
		const space = lead.indexOf(" ", spare);
		start =
			window.start -
			before +
			(sentence ? sentence.index + sentence[0].length : space < 0 ? before : space + 1);
	}
	const limit = Math.max(start + length, window.end);
	if (limit >= text.length) return { start, end: text.length };
	const space = text.lastIndexOf(" ", limit);
	const cut = space > Math.max(start, window.end - 1) ? space : limit;
	return { start, end: /[\uD800-\uDBFF]/.test(text[cut - 1] ?? "") ? cut - 1 : cut };
}

function mark(text: string, start: number, end: number, matches: readonly Match[]): string {
	let html = start > 0 ? "… " : "";
	let at = start;
	for (const match of matches) {
		if (match.start < at || match.end > end) continue;
		html += `${escapeHtml(text.slice(at, match.start))}<mark>${escapeHtml(text.slice(match.start, match.end))}</mark>`;
		at = match.end;
	}
	return `${html}${escapeHtml(text.slice(at, end))}${end < text.length ? " …" : ""}`;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeHtml = (text: string): string =>
	text.replace(/[&<>"]/g, (character) => entities[character] ?? "");

/** Markdown without its marks, on one line. */
export function plainText(markdown: string): string {
	return markdown
		.replace(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, "$1")
		.replace(/^[\s>]*(?:#{1,6}|[-*+])\s+/gm, "")
		.replace(/\*+|`+|~~|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, "")
		.replace(/\s+/g, " ")
		.trim();
}

import type { Match } from "./matches.ts";
import type { QueryTerm } from "./query-terms.ts";
import { readText, type Text } from "./texts.ts";

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

/**
 * The place where texts fit a query best: where most of its words stand close together, in the earliest text that has
 * them; the beginning of the first text when none does. Null when there is no text.
 */
export function passageOf(texts: readonly Text[], query: readonly QueryTerm[]): Passage | null {
	let best: { text: string; language: string; matches: readonly Match[]; window: Window } | null = null;
	const most = mostOf(query);
	for (const each of texts) {
		if (best && best.window.score >= most) break;
		const { text, matches } = readText(each, query);
		if (!text) continue;
		const window = bestWindow(matches);
		if (!best || window.score > best.window.score) best = { text, language: each.language, matches, window };
	}
	if (!best) return null;
	const { start, end } = boundsOf(best.text, best.window);
	return { html: mark(best.text, start, end, best.matches), language: best.language };
}

/** What a stretch scores that holds every word in its best form. */
function mostOf(query: readonly QueryTerm[]): number {
	const weights = new Map<string, number>();
	for (const { typed, weight } of query) weights.set(typed, Math.max(weight, weights.get(typed) ?? 0));
	return sum(weights.values());
}

const sum = (weights: Iterable<number>): number => [...weights].reduce((one, other) => one + other, 0);

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
		const score = sum(weights.values());
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

import { openHelp } from "./open-help.ts";

/** Posts of a discussion, or else entries of a list. */
function stops(): HTMLElement[] {
	const main = document.getElementById("content") ?? document.body;
	const posts = [...main.querySelectorAll<HTMLElement>("article.post")];
	return posts.length ? posts : [...main.querySelectorAll<HTMLElement>(".ruled > li h3 a")];
}

/** The stop that has the focus; else the first one on the screen. */
function current(all: readonly HTMLElement[]): { at: number; isFocused: boolean } {
	const focused = all.findIndex((stop) => stop.contains(document.activeElement));
	if (focused >= 0) return { at: focused, isFocused: true };
	const seen = all.findIndex((stop) => stop.getBoundingClientRect().bottom > 0);
	return { at: seen < 0 ? all.length : seen, isFocused: false };
}

function go(step: 1 | -1): boolean {
	const all = stops();
	const { at, isFocused } = current(all);
	const stop = all[isFocused || step < 0 ? at + step : at];
	if (!stop) return false;
	stop.focus({ preventScroll: true });
	(stop.closest("li") ?? stop).scrollIntoView({ block: "nearest" });
	return true;
}

/** Presses what a post offers: by the name of the act in the address. */
function act(name: "reply" | "quote"): boolean {
	const selected = window.getSelection()?.anchorNode?.parentElement?.closest("article.post");
	const all = stops();
	const post = name === "quote" && selected ? selected : all[current(all).at];
	const link = post?.querySelector<HTMLElement>(`.post-actions a[href*="${name}="]`);
	if (link) link.click();
	else document.querySelector<HTMLElement>("#answer textarea")?.focus();
	return true;
}

function search(): boolean {
	const field = [...document.querySelectorAll<HTMLInputElement>("input[type='search']")].find(
		(each) => each.offsetParent !== null,
	);
	if (field) field.focus();
	else document.querySelector<HTMLElement>(".bottom-bar a[href$='/search']")?.click();
	return true;
}

const keys: Readonly<Record<string, () => boolean>> = {
	j: () => go(1),
	k: () => go(-1),
	r: () => act("reply"),
	">": () => act("quote"),
	"/": search,
	"?": () => openHelp(true),
};

/** Whether what is typed goes into something: then a key means its letter. */
function isTaken(event: KeyboardEvent): boolean {
	const target = event.target as HTMLElement;
	return (
		event.defaultPrevented ||
		event.isComposing ||
		event.ctrlKey ||
		event.metaKey ||
		event.altKey ||
		target.isContentEditable ||
		target.matches("input, textarea, select, [role='listbox'], [role='option']") ||
		document.querySelector("dialog[open], :popover-open") !== null
	);
}

function press(event: KeyboardEvent): void {
	if (isTaken(event) || !Object.hasOwn(keys, event.key)) return;
	if (keys[event.key]?.()) event.preventDefault();
}

/** Single keys do things on pages, outside of fields; for members who have not switched that off. */
export function startKeys(): () => void {
	document.addEventListener("keydown", press);
	return () => document.removeEventListener("keydown", press);
}

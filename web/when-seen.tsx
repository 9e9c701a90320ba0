import { type Component, createMemo, createSignal, onCleanup, sharedConfig, untrack } from "solid-js";
import { isServer } from "solid-js/web";
import type { Part } from "./part.ts";

/**
 * A part far down a page that comes alive when the reader comes near: until then it is what the server rendered, and its
 * script is not loaded. Where the browser makes the page, it is loaded with it.
 * @param id of the element that the part consists of
 */
export function whenSeen<Props extends object>(id: string, of: Part<Props>): Component<Props> {
	if (isServer) return of;
	return (props) => {
		const { context } = sharedConfig;
		if (!context) return of(props);
		const [Seen, show] = createSignal<Component<Props>>();
		onNear(id, async () => {
			const { default: Loaded } = await of.preload();
			hydrating(context, () => show(() => Loaded));
		});
		return createMemo(() => {
			const Loaded = Seen();
			return Loaded ? untrack(() => Loaded(props)) : "";
		}) as never;
	};
}

/** Takes over what the server rendered, also when the rest of the page has been alive for long. */
function hydrating(context: typeof sharedConfig.context, work: () => void): void {
	const { context: before, done } = sharedConfig;
	Object.assign(sharedConfig, { context, done: false });
	try {
		work();
	} finally {
		Object.assign(sharedConfig, { context: before, done });
	}
}

/** Calls back once, when an element is in view or half a screen away from it. */
function onNear(id: string, then: () => Promise<void>): void {
	const element = document.getElementById(id);
	if (!element) return;
	const observer = new IntersectionObserver(
		(entries) => {
			if (!entries.some((entry) => entry.isIntersecting)) return;
			observer.disconnect();
			// Where its script cannot be had it stays as it is.
			then().catch(() => {});
		},
		{ rootMargin: "50%" },
	);
	observer.observe(element);
	onCleanup(() => observer.disconnect());
}

import type { PassingEvents } from "@interurban/contract/events";

/** Milliseconds: between two times that the same is told, of pause after which nobody writes, until it is forgotten. */
export const typingPauses = { again: 2500, stop: 3000, forget: 6000 };

type Typing = Parameters<PassingEvents["typing"]>[0];

/** Who is writing just now. It ends when they say so, when their post has come, or when they say nothing more. */
export function makeTypists(onChange: (names: string[]) => void) {
	const known = new Map<string, { name: string; timer: ReturnType<typeof setTimeout> }>();
	const tell = () => onChange([...known.values()].map(({ name }) => name));
	const forget = (handle: string) => {
		clearTimeout(known.get(handle)?.timer);
		if (known.delete(handle)) tell();
	};
	return {
		hear({ handle, name, isTyping }: Typing): void {
			if (!isTyping) {
				forget(handle);
				return;
			}
			const isNew = !known.has(handle);
			clearTimeout(known.get(handle)?.timer);
			known.set(handle, { name, timer: setTimeout(() => forget(handle), typingPauses.forget) });
			if (isNew) tell();
		},
		/** Somebody's post has come. */
		posted: forget,
		stop(): void {
			for (const { timer } of known.values()) clearTimeout(timer);
			known.clear();
		},
	};
}

/** Tells of one's own writing: at once, then now and then, and when it pauses. */
export function makeTyping(say: (isTyping: boolean) => void) {
	let lastSaid = -typingPauses.again;
	let timer: ReturnType<typeof setTimeout> | undefined;
	const stop = () => {
		clearTimeout(timer);
		if (timer !== undefined) say(false);
		timer = undefined;
		lastSaid = -typingPauses.again;
	};
	return {
		typed(): void {
			clearTimeout(timer);
			timer = setTimeout(stop, typingPauses.stop);
			if (performance.now() - lastSaid < typingPauses.again) return;
			lastSaid = performance.now();
			say(true);
		},
		stop,
	};
}

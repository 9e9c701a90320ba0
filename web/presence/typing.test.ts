import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeTyping, makeTypists, typingPauses } from "./typing.ts";

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

const olena = { stream: "thread:1", handle: "olena", name: "Olena" };
const amadou = { stream: "thread:1", handle: "amadou", name: "Amadou" };

test("who writes is named until they stop, send, or say nothing more", () => {
	let names: string[] = [];
	const typists = makeTypists((now) => {
		names = now;
	});
	typists.hear({ ...olena, isTyping: true });
	typists.hear({ ...amadou, isTyping: true });
	expect(names).toEqual(["Olena", "Amadou"]);
	typists.hear({ ...olena, isTyping: false });
	expect(names).toEqual(["Amadou"]);
	typists.posted("amadou");
	expect(names).toEqual([]);
	typists.hear({ ...olena, isTyping: true });
	vi.advanceTimersByTime(typingPauses.forget - 1);
	typists.hear({ ...olena, isTyping: true });
	vi.advanceTimersByTime(typingPauses.forget - 1);
	expect(names).toEqual(["Olena"]);
	vi.advanceTimersByTime(1);
	expect(names).toEqual([]);
});

test("writing is told at once, now and then, and when it pauses, not with each key", () => {
	const said: boolean[] = [];
	const typing = makeTyping((isTyping) => said.push(isTyping));
	for (let key = 0; key < 30; key++) {
		typing.typed();
		vi.advanceTimersByTime(100);
	}
	expect(said).toEqual([true, true]);
	vi.advanceTimersByTime(typingPauses.stop);
	expect(said).toEqual([true, true, false]);
	typing.typed();
	typing.stop();
	typing.stop();
	expect(said).toEqual([true, true, false, true, false]);
});

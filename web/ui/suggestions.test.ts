import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeSuggestions, type Suggestion } from "./suggestions.ts";

const aachen = { value: "1", label: "Aachen" };
const aalen = { value: "2", label: "Aalen" };

/** Suggestions below a stand-in for the input, whose answers are given by hand. */
async function setUp() {
	const answers: ((found: Suggestion[]) => void)[] = [];
	const shown: (readonly Suggestion[] | null)[] = [];
	const input = Object.assign(new EventTarget(), { value: "", setAttribute() {}, removeAttribute() {} });
	const list = Object.assign(new EventTarget(), { id: "list", querySelectorAll: () => [] });
	const suggestions = makeSuggestions({
		suggest: () => new Promise((resolve) => answers.push(resolve)),
		from: () => 2,
		show: (found) => shown.push(found),
		choose: () => {},
	});
	await suggestions.start(input as never, list as never);
	const type = (text: string) => {
		input.value = text;
		suggestions.ask();
	};
	return { type, answers, shown, suggestions };
}

beforeEach(() => {
	vi.useFakeTimers();
	vi.stubGlobal("navigator", { userAgent: "" });
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

test("the server is asked once after a pause in typing, and not before two letters", async () => {
	const { type, answers } = await setUp();
	type("a");
	await vi.runAllTimersAsync();
	expect(answers).toHaveLength(0);
	type("aa");
	type("aac");
	await vi.runAllTimersAsync();
	expect(answers).toHaveLength(1);
});

test("an answer that was overtaken by a later question is dropped", async () => {
	const { type, answers, shown } = await setUp();
	type("aa");
	await vi.runAllTimersAsync();
	type("aal");
	await vi.runAllTimersAsync();
	answers[1]?.([aalen]);
	answers[0]?.([aachen, aalen]);
	await vi.runAllTimersAsync();
	expect(shown).toEqual([[aalen]]);
});

test("an answer that comes after the field was left shows nothing", async () => {
	const { type, answers, shown, suggestions } = await setUp();
	type("aa");
	await vi.runAllTimersAsync();
	suggestions.close();
	answers[0]?.([aachen]);
	await vi.runAllTimersAsync();
	expect(shown).toEqual([]);
});

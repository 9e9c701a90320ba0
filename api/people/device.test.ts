import { expect, test } from "vitest";
import { deviceOf } from "./device.ts";

test.each([
	["Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox", "Linux"],
	[
		"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0",
		"Edge",
		"Windows",
	],
	[
		"Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
		"Safari",
		"iPhone",
	],
	[
		"Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36",
		"Chrome",
		"Android",
	],
])("a browser is named as its person knows it: %s", (userAgent, browser, system) => {
	expect(deviceOf(userAgent)).toEqual({ browser, system });
});

test("a program that says nothing of itself stays unnamed", () => {
	expect(deviceOf("")).toEqual({ browser: null, system: null });
	expect(deviceOf("curl/8.5")).toEqual({ browser: null, system: null });
});

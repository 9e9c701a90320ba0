/** What a browser says of itself, as far as a person recognises it again; null where it is not known. */
export type Device = { browser: string | null; system: string | null };

/** In this order: several claim to be others too. */
const browsers: [RegExp, string][] = [
	[/\bEdg(e|A|iOS)?\//, "Edge"],
	[/\bOPR\/|\bOpera\b/, "Opera"],
	[/\bSamsungBrowser\//, "Samsung Internet"],
	[/\bYaBrowser\//, "Yandex Browser"],
	[/\bVivaldi\//, "Vivaldi"],
	[/\bFirefox\/|\bFxiOS\//, "Firefox"],
	[/Chrome\/|\bCriOS\/|\bChromium\//, "Chrome"],
	[/\bSafari\//, "Safari"],
];

const systems: [RegExp, string][] = [
	[/\biPhone\b/, "iPhone"],
	[/\biPad\b/, "iPad"],
	[/\bAndroid\b/, "Android"],
	[/\bWindows\b/, "Windows"],
	[/\bCrOS\b/, "ChromeOS"],
	[/\bMac OS X\b|\bMacintosh\b/, "macOS"],
	[/\bLinux\b/, "Linux"],
];

/** Reads a `User-Agent` header, for the list of one's sessions. */
export function deviceOf(userAgent: string): Device {
	const first = (known: [RegExp, string][]) => known.find(([form]) => form.test(userAgent))?.[1] ?? null;
	return { browser: first(browsers), system: first(systems) };
}

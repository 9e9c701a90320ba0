/** As far as it is used: https://webmachinelearning.github.io/translation-api/ */
type BrowserTranslator = {
	availability(languages: Languages): Promise<"unavailable" | "downloadable" | "downloading" | "available">;
	create(
		options: Languages & { monitor?: (monitor: EventTarget) => void; signal?: AbortSignal },
	): Promise<{ translate(text: string): Promise<string>; destroy(): void }>;
};
type Languages = { sourceLanguage: string; targetLanguage: string };

/** Text that stands for itself: an address, or the name of a person. */
const standsForItself = /^(?:https?:|mailto:|@)\S*$/;

/**
 * Has the browser translate the words of HTML, where it can; code and addresses stay. What it is given goes nowhere else.
 * @param html sanitised
 * @param onLoading is told how much of a language the browser still loads, from 0 to 1
 * @returns HTML with the same elements, or null where the browser cannot translate
 */
export async function translateInBrowser(
	html: string,
	from: string,
	to: string,
	onLoading: (loaded: number) => void,
): Promise<string | null> {
	const api = (globalThis as { Translator?: BrowserTranslator }).Translator;
	const languages = { sourceLanguage: from, targetLanguage: to };
	if (!api || (await api.availability(languages)) === "unavailable") return null;
	const translator = await api.create({
		...languages,
		monitor: (monitor) =>
			monitor.addEventListener("downloadprogress", (event) => onLoading((event as ProgressEvent).loaded)),
	});
	try {
		const { body } = new DOMParser().parseFromString(html, "text/html");
		for (const node of textsIn(body)) {
			const [, before = "", words = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(node.data) ?? [];
			if (/\p{L}/u.test(words)) node.data = before + (await translator.translate(words)) + after;
		}
		return body.innerHTML;
	} finally {
		translator.destroy();
	}
}

function textsIn(body: HTMLElement): Text[] {
	const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
	const texts: Text[] = [];
	while (walker.nextNode()) {
		const text = walker.currentNode as Text;
		const parent = text.parentElement;
		if (parent?.closest("code, pre") || (parent?.closest("a") && standsForItself.test(text.data.trim())))
			continue;
		texts.push(text);
	}
	return texts;
}

import { isLanguage } from "@interurban/contract/languages";
import { makeTranslate } from "@interurban/words/words";
import { hydrate } from "solid-js/web";
import "./ui/styles/index.css";
import { App } from "./App.tsx";
import { loadErrorWords } from "./errors.ts";
import { whenIdle } from "./idle.ts";
import { loadedWords, loadWords } from "./words.ts";

const { lang } = document.documentElement;
const root = document.getElementById("app");
const offlineOutbox = document.getElementById("offline-outbox");

if (offlineOutbox && isLanguage(lang)) {
	const { showOutbox } = await import("./outbox/offline.tsx");
	await showOutbox(lang, offlineOutbox);
} else if (root && isLanguage(lang)) {
	await loadWords(lang, []);
	// A form that came back says what is wrong with it.
	if (document.getElementById("form-state")) await loadErrorWords();
	const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
	// Told to the server, which writes the times of the next pages.
	const secure = location.protocol === "https:" ? "; Secure" : "";
	// biome-ignore lint/suspicious/noDocumentCookie: older browsers have no Cookie Store
	if (timeZone) document.cookie = `time-zone=${timeZone}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
	hydrate(() => <App language={lang} t={makeTranslate(loadedWords)} timeZone={timeZone || "UTC"} />, root);
}

// The page may have loaded long before its words have: its `load` event is not to be waited for.
if ("serviceWorker" in navigator && import.meta.env.PROD)
	void whenIdle()
		.then(() => navigator.serviceWorker.register("/assets/service-worker.js", { scope: "/" }))
		.catch(() => {});

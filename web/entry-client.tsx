import { isLanguage } from "@interurban/contract/languages";
import { makeTranslate } from "@interurban/words/words";
import { hydrate } from "solid-js/web";
import "./ui/styles/index.css";
import { App } from "./App.tsx";
import { loadedWords, loadWords } from "./words.ts";

const { lang } = document.documentElement;
const root = document.getElementById("app");

/** Sections that the surroundings of every page use. */
const everywhere = ["shell", "ui", "errors"];

if (root && isLanguage(lang)) {
	await loadWords(lang, everywhere);
	hydrate(() => <App language={lang} t={makeTranslate(loadedWords)} />, root);
}

if ("serviceWorker" in navigator && import.meta.env.PROD)
	window.addEventListener("load", () => {
		navigator.serviceWorker.register("/assets/service-worker.js", { scope: "/" }).catch(() => {});
	});

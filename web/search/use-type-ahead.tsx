import { useNavigate } from "@solidjs/router";
import { getOwner, runWithOwner } from "solid-js";
import { render } from "solid-js/web";
import { loadWords, useLanguage, useWords, WordsContext } from "../words.ts";

/**
 * Gives search fields their suggestions: the list below a field and all that runs it are loaded when the field first
 * takes the focus. Without JavaScript the form leads to the page of results.
 */
export function useTypeAhead(): (input: HTMLInputElement) => void {
	const words = { language: useLanguage(), t: useWords() };
	const navigate = useNavigate();
	const owner = getOwner();
	const started = new WeakSet<HTMLInputElement>();
	return async (input) => {
		if (started.has(input) || !input.form) return;
		started.add(input);
		try {
			const [{ TypeAhead }] = await Promise.all([
				import("./TypeAhead.tsx"),
				loadWords(words.language, ["search"]),
			]);
			const place = input.form.appendChild(document.createElement("div"));
			runWithOwner(owner, () =>
				render(
					() => (
						<WordsContext.Provider value={words}>
							<TypeAhead input={input} form={input.form as HTMLFormElement} onSearch={navigate} />
						</WordsContext.Provider>
					),
					place,
				),
			);
		} catch {
			// Out of reach: the field works without suggestions, and the next focus tries again.
			started.delete(input);
		}
	};
}

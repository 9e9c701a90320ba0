import { getOwner, onMount, runWithOwner } from "solid-js";
import { render } from "solid-js/web";
import { useLanguage, useWords, WordsContext } from "../words.ts";

/**
 * A town by its name, in a GET form. What is typed is sent as it is; with JavaScript towns are suggested below the field,
 * each a link to its own address. The list and all that runs it are loaded when the field first takes the focus.
 */
export function TownField(props: {
	name: string;
	label: string;
	value?: string | undefined;
	/** Where the choice of a town leads. */
	hrefOf: (id: string) => string;
}) {
	const words = { language: useLanguage(), t: useWords() };
	const owner = getOwner();
	const id = () => `field-${props.name}`;
	let input: HTMLInputElement | undefined;
	let place: HTMLDivElement | undefined;
	let started = false;
	const start = async () => {
		if (started) return;
		started = true;
		try {
			const { default: TownSuggestions } = await import("./TownSuggestions.tsx");
			runWithOwner(owner, () =>
				render(
					() => (
						<WordsContext.Provider value={words}>
							<TownSuggestions input={input as HTMLInputElement} hrefOf={props.hrefOf} />
						</WordsContext.Provider>
					),
					place as HTMLDivElement,
				),
			);
		} catch {
			// Out of reach: the field works without suggestions, and the next focus tries again.
			started = false;
		}
	};
	// Whoever was quicker than the script has the focus already.
	onMount(() => document.activeElement === input && start());
	return (
		<div class="field">
			<label class="label" for={id()}>
				{props.label}
			</label>
			<div class="combobox" ref={place}>
				<input
					ref={input}
					class="input"
					type="text"
					id={id()}
					name={props.name}
					value={props.value ?? ""}
					required
					dir="auto"
					maxlength={100}
					autocomplete="off"
					onFocus={start}
				/>
			</div>
		</div>
	);
}

import { createContext, onMount, useContext } from "solid-js";
import IconSearch from "~icons/lucide/search";
import { useWords } from "../words.ts";
import { useAddress } from "./address.ts";

/** Called with a search field when it takes the focus, so that it can suggest while somebody types. */
export const TypeAheadContext = createContext<(input: HTMLInputElement) => void>();

/** The one search field: a GET form with the question in `q`. Give `id` when a page has a second one. */
export function SearchField(props: {
	action: string;
	value?: string | undefined;
	id?: string | undefined;
	/** Visible text for the label; without it the label is there for screen readers only. */
	label?: string | undefined;
}) {
	const t = useWords();
	const address = useAddress();
	const id = () => props.id ?? "search";
	const startTypeAhead = useContext(TypeAheadContext);
	let input: HTMLInputElement | undefined;
	// Whoever was quicker than the script has the focus already.
	onMount(() => {
		if (input && document.activeElement === input) startTypeAhead?.(input);
	});
	return (
		<search>
			<form action={address(props.action)} method="get">
				<label for={id()} class={props.label ? "label" : "visually-hidden"}>
					{props.label ?? t("ui.search")}
				</label>
				<div class="search-field">
					<input
						ref={input}
						id={id()}
						type="search"
						name="q"
						value={props.value ?? ""}
						dir="auto"
						maxlength={200}
						autocomplete="off"
						enterkeyhint="search"
						onFocus={(event) => startTypeAhead?.(event.currentTarget)}
					/>
					<button type="submit" aria-label={t("ui.search")}>
						<IconSearch />
					</button>
				</div>
			</form>
		</search>
	);
}

import IconSearch from "~icons/lucide/search";
import { useWords } from "../words.ts";
import { useAddress } from "./address.ts";

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
	return (
		<search>
			<form action={address(props.action)} method="get">
				<label for={id()} class={props.label ? "label" : "visually-hidden"}>
					{props.label ?? t("ui.search")}
				</label>
				<div class="search-field">
					<input
						id={id()}
						type="search"
						name="q"
						value={props.value ?? ""}
						dir="auto"
						maxlength={200}
						autocomplete="off"
						enterkeyhint="search"
					/>
					<button type="submit" aria-label={t("ui.search")}>
						<IconSearch class="icon" aria-hidden="true" />
					</button>
				</div>
			</form>
		</search>
	);
}

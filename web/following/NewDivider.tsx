import { useWords } from "../words.ts";

/** The line above the first post that is new to the reader. */
export function NewDivider() {
	const t = useWords();
	return (
		<p class="since" id="new" tabindex="-1">
			{t("threads.newSince")}
		</p>
	);
}

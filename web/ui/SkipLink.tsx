import { useWords } from "../words.ts";

/** The first link of every page: past the masthead to `<main id="content">`. */
export function SkipLink() {
	const t = useWords();
	return (
		<a class="skip-link" href="#content">
			{t("ui.skipToContent")}
		</a>
	);
}

import { isServer } from "solid-js/web";
import { loadWords, useWords } from "../../words.ts";
import { defineContent, OptionalPart } from "./OptionalPart.tsx";

/** Words that only these parts use. */
const words = async () => {
	if (!isServer)
		await loadWords(document.documentElement.lang, ["practice_parts", "practice_terms", "files"]);
};

const figures = defineContent(async () => {
	await words();
	return import("./Figures.tsx");
});
const blocks = defineContent(async () => {
	await words();
	return import("./Blocks.tsx");
});
const lessons = defineContent(async () => {
	await words();
	return import("./Lessons.tsx");
});
const conditions = defineContent(async () => {
	await words();
	return import("./Conditions.tsx");
});
const sources = defineContent(async () => {
	await words();
	return import("./Sources.tsx");
});

/** What makes a snapshot a full practice. */
export function OptionalParts() {
	const t = useWords();
	return (
		<>
			<OptionalPart
				id="part-figures"
				title={`3 ${t("practice_form.figures")}`}
				parts={[
					...(["objectives", "targetGroups", "results", "cost"] as const),
					...(["startedYear", "endedYear", "funding", "staff"] as const),
				]}
				content={figures}
			/>
			<OptionalPart
				id="part-blocks"
				title={`4 ${t("practice_form.blocks")}`}
				parts={["blocks"]}
				content={blocks}
			/>
			<OptionalPart
				id="part-lessons"
				title={`5 ${t("practice_form.lessonsPart")}`}
				parts={["failures", "hindsight", "continuity"]}
				content={lessons}
			/>
			<OptionalPart
				id="part-conditions"
				title={`6 ${t("practice_form.conditions")}`}
				parts={["conditions"]}
				content={conditions}
			/>
			<OptionalPart
				id="part-sources"
				title={`7 ${t("practice_form.sourcesPart")}`}
				parts={["partners", "contacts", "references", "files", "firstPublished"]}
				content={sources}
			/>
		</>
	);
}

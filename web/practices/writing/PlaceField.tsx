import { createAsync } from "@solidjs/router";
import { For, Show, Suspense } from "solid-js";
import { useForm } from "../../form.tsx";
import { RadioGroup } from "../../ui/Choices.tsx";
import { ChosenByTyping } from "../../ui/ChosenByTyping.tsx";
import { useFieldSource } from "../../ui/field-source.ts";
import { useWords } from "../../words.ts";
import { getPlaces } from "./writing.data.ts";

/** The town, chosen by typing; when several towns bear the typed name, one is picked from a list. */
export function PlaceField() {
	const t = useWords();
	const { issues } = useForm();
	const source = useFieldSource();
	const ambiguous = () => {
		const issue = issues().find(({ code }) => code === "places.ambiguous");
		return issue ? String(issue.args?.name ?? source.value("input.placeIdText")) : null;
	};
	const candidates = createAsync(async () => {
		const typed = ambiguous();
		return typed ? getPlaces(typed) : [];
	});
	const inhabitants = (population: number | null) =>
		population ? t("practice_form.inhabitants", { population }) : undefined;
	const suggest = async (text: string) =>
		(await getPlaces(text)).map((place) => ({ ...place, detail: inhabitants(place.population) }));
	return (
		<>
			<ChosenByTyping
				name="input.placeId"
				label={t("practice_form.place")}
				hint={t("practice_form.placeHint")}
				suggest={suggest}
			/>
			<Suspense>
				<Show when={candidates()?.length}>
					<For each={candidates()}>
						{(place) => <input type="hidden" name={`_label.${place.value}`} value={place.label} />}
					</For>
					<RadioGroup
						name="input.placeId"
						id="field-which-place"
						error=""
						label={t("practice_form.placeWhich")}
						required
						options={(candidates() ?? []).map(({ value, label, population }) => ({
							value,
							label,
							hint: inhabitants(population),
						}))}
					/>
				</Show>
			</Suspense>
		</>
	);
}

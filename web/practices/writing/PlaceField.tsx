import { WhichTown } from "../../places/WhichTown.tsx";
import { ChosenByTyping } from "../../ui/ChosenByTyping.tsx";
import { useWords } from "../../words.ts";
import { getPlaces } from "./writing.data.ts";

/** The town, chosen by typing; when several towns bear the typed name, one is picked from a list. */
export function PlaceField() {
	const t = useWords();
	const suggest = async (text: string) =>
		(await getPlaces(text)).map(({ population, ...place }) => ({
			...place,
			detail: population ? t("practice_form.inhabitants", { population }) : undefined,
		}));
	return (
		<>
			<ChosenByTyping
				name="input.placeId"
				label={t("practice_form.place")}
				hint={t("practice_form.placeHint")}
				suggest={suggest}
			/>
			<WhichTown name="input.placeId" />
		</>
	);
}

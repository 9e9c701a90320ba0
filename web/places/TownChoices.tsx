import { createAsync } from "@solidjs/router";
import { For, Show, Suspense } from "solid-js";
import { RadioGroup } from "../ui/Choices.tsx";
import { useWords } from "../words.ts";
import { getPlacesCalled } from "./places.data.ts";

/** The towns that a typed name may mean, of which one is picked. */
export default function TownChoices(props: { name: string; typed: string }) {
	const t = useWords();
	const towns = createAsync(() => getPlacesCalled(props.typed));
	const options = () =>
		(towns() ?? []).map(({ id, name, countryName, population }) => ({
			value: id,
			label: `${name}, ${countryName}`,
			hint: population ? t("which_town.inhabitants", { population }) : undefined,
		}));
	return (
		<Suspense>
			<Show when={options().length}>
				<For each={options()}>
					{({ value, label }) => <input type="hidden" name={`_label.${value}`} value={label} />}
				</For>
				<RadioGroup
					name={props.name}
					id="field-which-place"
					error=""
					label={t("which_town.which")}
					required
					options={options()}
				/>
			</Show>
		</Suspense>
	);
}

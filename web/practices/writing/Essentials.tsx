import { limits } from "@interurban/contract/limits";
import { organisationKinds, stages } from "@interurban/contract/vocabulary";
import { Show } from "solid-js";
import { WhatThereIs } from "../../similar/WhatThereIs.tsx";
import { stageWord } from "../../ui/Badges.tsx";
import { RadioGroup } from "../../ui/Choices.tsx";
import { Fieldset } from "../../ui/Fieldset.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useWords } from "../../words.ts";
import { useWriting } from "./context.ts";
import { PlaceField } from "./PlaceField.tsx";
import { TopicsAndGoals } from "./TopicsAndGoals.tsx";

/** What it is, who did it and where: all of it is needed. */
export function Essentials() {
	const t = useWords();
	const { choices, fields } = useWriting();
	const isPublished = () => fields().some(([name]) => name === "id");
	return (
		<Fieldset legend={`1 ${t("practice_form.essentials")}`} id="part-essentials">
			<TextArea
				name="input.title"
				label={t("practice_form.title")}
				hint={t("practice_form.titleHint")}
				limit={limits.practice.title}
				rows={1}
				required
			/>
			<TextArea
				name="input.claim"
				label={t("practice_form.claim")}
				hint={t("practice_form.claimHint")}
				limit={limits.practice.claim}
				rows={2}
				required
			/>
			<Show when={!isPublished()}>
				<WhatThereIs title="input.title" language="input.language" />
			</Show>
			<TextField
				name="input.organisationName"
				label={t("practice_form.organisationName")}
				hint={t("practice_form.organisationHint")}
				autocomplete="organization"
				required
			/>
			<SelectField
				name="input.organisationKind"
				label={t("practice_form.organisationKind")}
				value="municipality"
				required
				options={organisationKinds.map((kind) => ({ value: kind, label: t(`practice_form.kind_${kind}`) }))}
			/>
			<PlaceField />
			<SelectField
				name="input.language"
				label={t("practice_form.language")}
				hint={t("practice_form.languageHint")}
				required
				empty=""
				options={choices.spokenLanguages.map(({ tag, name }) => ({ value: tag, label: name }))}
			/>
			<TopicsAndGoals />
			<RadioGroup
				name="input.stage"
				label={t("practice_form.stage")}
				required
				options={stages.map((stage) => ({
					value: stage,
					label: stageWord(t, stage),
					hint: t(`practice_form.stage_${stage}`),
				}))}
			/>
		</Fieldset>
	);
}

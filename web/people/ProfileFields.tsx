import { limits } from "@interurban/contract/limits";
import { capacities, languageLevels, organisationKinds } from "@interurban/contract/vocabulary";
import { WhichTown } from "../places/WhichTown.tsx";
import { suggestTopics } from "../topics/choosing.data.ts";
import { RadioGroup } from "../ui/Choices.tsx";
import { Combobox } from "../ui/Combobox.tsx";
import { RepeatableRows } from "../ui/RepeatableRows.tsx";
import { SelectField } from "../ui/SelectField.tsx";
import { TextArea } from "../ui/TextArea.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words.ts";
import { type Profile, type SpokenLanguages, suggestPlaces } from "./people.data.ts";

type Of = { profile: Profile | undefined };

/** Where somebody works, and as what. */
export function WorkplaceFields(props: Of) {
	const t = useWords();
	const place = () => props.profile?.place;
	return (
		<>
			<Combobox
				name="input.place"
				label={t("people.place")}
				hint={t("people.placeHint")}
				suggest={suggestPlaces}
				selected={[place() ?? []].flat().map(({ id, name, countryName }) => ({
					value: id,
					label: t("ui.town", { place: name, country: countryName }),
				}))}
			/>
			<WhichTown name="input.place" />
			<TextField
				name="input.organisation"
				label={t("people.organisation")}
				hint={t("people.organisationHint")}
				value={props.profile?.organisation?.name}
				autocomplete="organization"
			/>
			<SelectField
				name="input.organisationKind"
				label={t("people.organisationKind")}
				required
				value={props.profile?.organisation?.kind ?? "municipality"}
				options={organisationKinds.map((kind) => ({ value: kind, label: t(`people.kind_${kind}`) }))}
			/>
			<TextField
				name="input.jobTitle"
				label={t("people.jobTitle")}
				hint={t("people.jobTitleHint")}
				value={props.profile?.jobTitle}
				autocomplete="organization-title"
			/>
		</>
	);
}

/** What somebody knows: topics, languages, what they may be asked. */
export function KnowledgeFields(props: Of & { languages: SpokenLanguages }) {
	const t = useWords();
	return (
		<>
			<Combobox
				name="input.knows"
				label={t("people.knows")}
				hint={t("people.topicsHint")}
				suggest={suggestTopics}
				selected={props.profile?.knows.map(({ id, label }) => ({ value: id, label }))}
				multiple
			/>
			<TextArea
				name="input.askMeAbout"
				label={t("people.askMeAbout")}
				hint={t("people.askMeAboutHint")}
				value={props.profile?.askMeAbout}
				limit={limits.profileText}
				rows={3}
			/>
			<fieldset class="fieldset">
				<legend class="label">{t("people.languages")}</legend>
				<input type="hidden" name="input.languages" value="" />
				<RepeatableRows
					name="input.languages"
					rows={props.profile?.languages}
					label={(number) => t("people.languageNumber", { number })}
					addLabel={t("people.addLanguage")}
					max={20}
				>
					{(at, row) => (
						<div class="field-pair">
							<SelectField
								name={at("language")}
								label={t("people.language")}
								value={row?.language.tag}
								options={props.languages.map(({ tag, name }) => ({ value: tag, label: name }))}
							/>
							<SelectField
								name={at("level")}
								label={t("people.level")}
								required
								value={row?.level ?? "speaks"}
								options={languageLevels.map((level) => ({ value: level, label: t(`people.level_${level}`) }))}
							/>
						</div>
					)}
				</RepeatableRows>
			</fieldset>
		</>
	);
}

/** What somebody looks for. */
export function NeedsFields(props: Of) {
	const t = useWords();
	return (
		<>
			<Combobox
				name="input.seeksTopics"
				label={t("people.seeksTopics")}
				hint={t("people.topicsHint")}
				suggest={suggestTopics}
				selected={props.profile?.seeksTopics.map(({ id, label }) => ({ value: id, label }))}
				multiple
			/>
			<TextArea
				name="input.seeks"
				label={t("people.seeks")}
				hint={t("people.seeksHint")}
				value={props.profile?.seeks}
				limit={limits.profileText}
				rows={3}
			/>
		</>
	);
}

/** What somebody offers, about themselves, and whether they have time. */
export function AboutFields(props: Of) {
	const t = useWords();
	return (
		<>
			<TextArea
				name="input.offers"
				label={t("people.offers")}
				hint={t("people.offersHint")}
				value={props.profile?.offers}
				limit={limits.profileText}
				rows={3}
			/>
			<TextArea
				name="input.bio"
				label={t("people.bio")}
				value={props.profile?.bio}
				limit={limits.profileText}
				rows={5}
			/>
			<RadioGroup
				name="input.capacity"
				label={t("people.capacity")}
				required
				value={props.profile?.capacity ?? "open"}
				options={capacities.map((capacity) => ({ value: capacity, label: t(`people.capacity_${capacity}`) }))}
			/>
		</>
	);
}

import { limits } from "@interurban/contract/limits";
import { referenceKinds, supportKinds } from "@interurban/contract/vocabulary";
import { RepeatableRows } from "../../ui/RepeatableRows.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useWords } from "../../words.ts";
import { supportWord } from "../condition-words.ts";
import { Files } from "./Files.tsx";

/** Who helped, whom to ask, and where it is written. */
export default function Sources() {
	const t = useWords();
	return (
		<>
			<fieldset class="fieldset">
				<legend class="label">{t("practice_form.partners")}</legend>
				<RepeatableRows
					name="input.partners"
					label={(number) => t("practice_parts.partnerNumber", { number })}
					addLabel={t("practice_parts.addPartner")}
					max={limits.practice.rows}
				>
					{(at) => (
						<div class="field-pair">
							<TextField name={at("name")} label={t("practice_parts.name")} required />
							<SelectField
								name={at("support")}
								label={t("practice_parts.partnerSupport")}
								options={supportKinds.map((kind) => ({ value: kind, label: supportWord(t, kind) }))}
							/>
						</div>
					)}
				</RepeatableRows>
			</fieldset>
			<Contacts />
			<fieldset class="fieldset">
				<legend class="label">{t("practice_form.references")}</legend>
				<RepeatableRows
					name="input.references"
					label={(number) => t("practice_parts.referenceNumber", { number })}
					addLabel={t("practice_parts.addReference")}
					max={limits.practice.rows}
				>
					{(at) => (
						<>
							<TextField name={at("url")} label={t("practice_parts.url")} inputmode="url" />
							<div class="field-pair">
								<TextField name={at("title")} label={t("practice_parts.referenceTitle")} />
								<SelectField
									name={at("kind")}
									label={t("practice_parts.kind")}
									options={referenceKinds.map((kind) => ({
										value: kind,
										label: t(`practice_parts.reference_${kind}`),
									}))}
								/>
							</div>
						</>
					)}
				</RepeatableRows>
			</fieldset>
			<fieldset class="fieldset">
				<legend class="label">{t("practice_form.firstPublished")}</legend>
				<p class="hint">{t("practice_parts.firstPublishedHint")}</p>
				<TextField name="input.firstPublishedIn" label={t("practice_parts.firstPublishedIn")} />
				<TextField name="input.firstPublishedUrl" label={t("practice_parts.url")} inputmode="url" />
			</fieldset>
			<Files />
		</>
	);
}

function Contacts() {
	const t = useWords();
	return (
		<fieldset class="fieldset">
			<legend class="label">{t("practice_form.contacts")}</legend>
			<p class="hint">{t("practice_parts.contactsHint")}</p>
			<RepeatableRows
				name="input.contacts"
				label={(number) => t("practice_parts.contactNumber", { number })}
				addLabel={t("practice_parts.addContact")}
				max={limits.practice.rows}
			>
				{(at) => (
					<div class="field-pair">
						<TextField name={at("handle")} label={t("practice_parts.contactHandle")} spellcheck={false} />
						<TextField name={at("name")} label={t("practice_parts.contactName")} />
						<TextField name={at("jobTitle")} label={t("practice_parts.contactJobTitle")} />
					</div>
				)}
			</RepeatableRows>
		</fieldset>
	);
}

import { createAsync } from "@solidjs/router";
import { Show } from "solid-js";
import { Head } from "../head.tsx";
import type { Preload } from "../page.ts";
import { postedState } from "../posted.ts";
import { SubmitButton } from "../submit-button.tsx";
import { Breadcrumbs } from "../ui/Breadcrumbs.tsx";
import { Checkbox } from "../ui/Choices.tsx";
import { Fieldset } from "../ui/Fieldset.tsx";
import { Headline } from "../ui/Headline.tsx";
import { Page } from "../ui/Page.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words.ts";
import { AccountForm } from "./AccountForm.tsx";
import { AboutFields, KnowledgeFields, NeedsFields, WorkplaceFields } from "./ProfileFields.tsx";
import { getOwnProfile } from "./people.data.ts";
import { profileForm } from "./people.forms.ts";
import { ToSignIn } from "./ToSignIn.tsx";

export const preload: Preload = () => getOwnProfile();

/** One's whole profile in one form. What was typed stays, also when the session has ended meanwhile. */
export default function ProfileSettingsPage() {
	const t = useWords();
	const data = createAsync(() => getOwnProfile());
	const wasPosted = postedState(profileForm.operation.name) !== null;
	return (
		<Page
			head={
				<>
					<Breadcrumbs items={[{ href: "/settings", label: t("people.settings") }]} />
					<Headline plain>{t("people.editTitle")}</Headline>
				</>
			}
		>
			<Head title={t("people.editTitle")} noIndex />
			<Show when={data()}>
				{(found) => (
					<Show when={found().viewer || wasPosted} fallback={<ToSignIn />}>
						<ProfileForm of={found()} />
					</Show>
				)}
			</Show>
		</Page>
	);
}

function ProfileForm(props: { of: Awaited<ReturnType<typeof getOwnProfile>> }) {
	const t = useWords();
	const profile = () => props.of.viewer?.person;
	return (
		<AccountForm of={profileForm} class="form narrow">
			<TextField
				name="input.name"
				label={t("people.name")}
				value={profile()?.name}
				autocomplete="name"
				required
			/>
			<Fieldset legend={t("people.workplace")}>
				<WorkplaceFields profile={profile()} />
			</Fieldset>
			<Fieldset legend={t("people.knowledge")}>
				<KnowledgeFields profile={profile()} languages={props.of.spokenLanguages} />
			</Fieldset>
			<Fieldset legend={t("people.needs")}>
				<NeedsFields profile={profile()} />
			</Fieldset>
			<Fieldset legend={t("people.about")}>
				<AboutFields profile={profile()} />
			</Fieldset>
			<Fieldset legend={t("people.contact")} hint={t("people.contactHint")}>
				<TextField
					name="input.phone"
					label={t("people.phone")}
					value={props.of.viewer?.phone}
					type="tel"
					autocomplete="tel"
				/>
				<input type="hidden" name="input.showPhone" value="false" />
				<Checkbox
					name="input.showPhone"
					label={t("people.showPhone")}
					checked={props.of.viewer?.showPhone}
					required={false}
				/>
				<input type="hidden" name="input.showEmail" value="false" />
				<Checkbox name="input.showEmail" label={t("people.showEmail")} checked={props.of.viewer?.showEmail} />
			</Fieldset>
			<div>
				<SubmitButton>{t("people.save")}</SubmitButton>
			</div>
		</AccountForm>
	);
}

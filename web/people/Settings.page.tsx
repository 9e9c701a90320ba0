import { languages, ownNames } from "@interurban/contract/languages";
import { limits } from "@interurban/contract/limits";
import { createAsync, useLocation } from "@solidjs/router";
import { For, Show, Suspense } from "solid-js";
import { Head } from "../head.tsx";
import type { Preload } from "../page.ts";
import { part } from "../part.ts";
import { Button, LinkButton } from "../ui/Button.tsx";
import { Checkbox } from "../ui/Choices.tsx";
import { Headline } from "../ui/Headline.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Page } from "../ui/Page.tsx";
import { Section } from "../ui/Section.tsx";
import { SelectField } from "../ui/SelectField.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words.ts";
import { AccountForm } from "./AccountForm.tsx";
import {
	changeEmailForm,
	changeHabitsForm,
	changeLanguageForm,
	changeNameForm,
	changePasswordForm,
} from "./account.forms.ts";
import { getAccount } from "./people.data.ts";
import { Sessions } from "./Sessions.tsx";
import { SignOut } from "./SignOut.tsx";
import { ToSignIn } from "./ToSignIn.tsx";

const BlockedPeople = part(() => import("../messages/BlockedPeople.tsx"), ["messages"]);

export const preload: Preload = () => getAccount();

const saved = ["name", "email", "password", "language", "session", "habits"] as const;

/** One's account: name, address, password, language, and where one is signed in. */
export default function SettingsPage() {
	const t = useWords();
	const location = useLocation();
	const data = createAsync(() => getAccount());
	const what = () => saved.find((known) => known === location.query.saved);
	return (
		<Page head={<Headline plain>{t("account.settings")}</Headline>}>
			<Head title={t("account.settings")} noIndex />
			<Show when={what()}>
				{(known) => (
					<Notice kind="success" live>
						{t(`account.saved_${known()}`)}
					</Notice>
				)}
			</Show>
			<Show when={data()}>
				{(found) => (
					<Show when={found().viewer} fallback={<ToSignIn />}>
						{(viewer) => (
							<>
								<Section id="profile" title={t("account.profile")}>
									<div class="stack">
										<p>{t("account.profileLead")}</p>
										<LinkButton href="/settings/profile">{t("account.editProfile")}</LinkButton>
									</div>
								</Section>
								<Section id="name" title={t("account.name")}>
									<NameForm name={viewer().name} />
								</Section>
								<Section id="email" title={t("account.email")}>
									<EmailForm email={viewer().email} />
								</Section>
								<Section id="password" title={t("account.password")}>
									<PasswordForm />
								</Section>
								<Section id="language" title={t("account.language")}>
									<LanguageForm language={viewer().language} />
								</Section>
								<Section id="habits" title={t("account.habits")}>
									<HabitsForm habits={viewer()} />
								</Section>
								<Section id="blocked" title={t("account.blocked")}>
									<Suspense>
										<BlockedPeople />
									</Suspense>
								</Section>
								<Section id="sessions" title={t("account.sessions")} aside={<SignOut />}>
									<Sessions sessions={found().sessions} />
								</Section>
							</>
						)}
					</Show>
				)}
			</Show>
		</Page>
	);
}

function Save() {
	const t = useWords();
	return (
		<div>
			<Button>{t("account.save")}</Button>
		</div>
	);
}

function NameForm(props: { name: string }) {
	const t = useWords();
	return (
		<AccountForm of={changeNameForm} class="form narrow">
			<TextField
				name="input.name"
				label={t("account.name")}
				hint={t("account.nameHint")}
				value={props.name}
				autocomplete="name"
				required
			/>
			<Save />
		</AccountForm>
	);
}

function EmailForm(props: { email: string }) {
	const t = useWords();
	return (
		<AccountForm of={changeEmailForm} class="form narrow">
			<TextField
				name="input.email"
				label={t("account.newEmail")}
				value={props.email}
				type="email"
				autocomplete="email"
				spellcheck={false}
				required
			/>
			<TextField
				name="input.currentPassword"
				id="field-email-password"
				label={t("account.currentPassword")}
				hint={t("account.whyPassword")}
				type="password"
				autocomplete="current-password"
				required
			/>
			<Save />
		</AccountForm>
	);
}

function PasswordForm() {
	const t = useWords();
	return (
		<AccountForm of={changePasswordForm} class="form narrow">
			<TextField
				name="input.currentPassword"
				label={t("account.currentPassword")}
				type="password"
				autocomplete="current-password"
				required
			/>
			<TextField
				name="input.newPassword"
				label={t("account.newPassword")}
				hint={t("account.passwordHint", { min: limits.password.min })}
				type="password"
				autocomplete="new-password"
				required
			/>
			<Save />
		</AccountForm>
	);
}

function LanguageForm(props: { language: string }) {
	const t = useWords();
	return (
		<AccountForm of={changeLanguageForm} class="form narrow">
			<SelectField
				name="language"
				label={t("account.language")}
				hint={t("account.languageHint")}
				value={props.language}
				options={languages.map((code) => ({ value: code, label: ownNames[code] }))}
				required
			/>
			<Save />
		</AccountForm>
	);
}

type Habits = { showTyping: boolean; showPresence: boolean; useKeys: boolean };

/** How one is seen by others, and whether single keys do things. */
function HabitsForm(props: { habits: Habits }) {
	const t = useWords();
	const names = ["showTyping", "showPresence", "useKeys"] as const;
	return (
		<AccountForm of={changeHabitsForm} class="form narrow">
			<For each={names}>
				{(name) => (
					<>
						<input type="hidden" name={name} value="false" />
						<Checkbox
							name={name}
							label={t(`account.${name}`)}
							hint={t(`account.${name}Hint`)}
							checked={props.habits[name]}
						/>
					</>
				)}
			</For>
			<Save />
		</AccountForm>
	);
}

import { Failure } from "@interurban/contract/errors";
import { languages } from "@interurban/contract/languages";
import { limits } from "@interurban/contract/limits";
import { createAsync, useLocation, useParams } from "@solidjs/router";
import { For, Show } from "solid-js";
import { Form } from "../form.tsx";
import { useFormat } from "../format.ts";
import { Head } from "../head.tsx";
import type { Preload } from "../page.ts";
import { ToSignIn } from "../people/ToSignIn.tsx";
import { postedState } from "../posted.ts";
import { ErrorPage, NotFound } from "../shell/ErrorPage.tsx";
import { SubmitButton } from "../submit-button.tsx";
import { Breadcrumbs } from "../ui/Breadcrumbs.tsx";
import { Headline, Lead } from "../ui/Headline.tsx";
import { Link } from "../ui/Link.tsx";
import { Page } from "../ui/Page.tsx";
import { TextArea } from "../ui/TextArea.tsx";
import { useLanguage, useWords } from "../words.ts";
import { translatePracticeForm } from "./editing.forms.ts";
import { getTranslations } from "./writing/editing.data.ts";

export const preload: Preload = ({ params }) => getTranslations(params.slug ?? "");

type Translated = NonNullable<Awaited<ReturnType<typeof getTranslations>>["practice"]>;

/** Title and claim of a practice in another language of the interface. */
export default function PracticeTranslationPage() {
	const params = useParams();
	const data = createAsync(() => getTranslations(params.slug ?? ""));
	const wasPosted = postedState(translatePracticeForm.operation.name) !== null;
	return (
		<Show when={data()}>
			{(found) => (
				<Show when={found().practice} fallback={<NotFound />}>
					{(practice) => (
						<Show
							when={practice().viewerCanEdit || (wasPosted && !found().viewer)}
							fallback={
								<Show when={found().viewer} fallback={<ToSignIn />}>
									<ErrorPage error={new Failure([{ code: "forbidden" }])} />
								</Show>
							}
						>
							<Translation practice={practice()} />
						</Show>
					)}
				</Show>
			)}
		</Show>
	);
}

function Translation(props: { practice: Translated }) {
	const t = useWords();
	const own = useLanguage();
	const location = useLocation();
	const { languageName } = useFormat();
	const others = () => languages.filter((language) => language !== props.practice.language);
	const chosen = () =>
		others().find((language) => language === location.query.language) ??
		others().find((language) => language === own) ??
		others()[0] ??
		own;
	const existing = (language: string) =>
		props.practice.translations.find((translation) => translation.language === language);
	const state = (language: string) => {
		const found = existing(language);
		if (!found) return t("practice_edit.translationMissing");
		if (found.outdated) return t("practice_edit.translationOutdated");
		return found.machine ? t("practice_edit.translationMachine") : t("practice_edit.translationDone");
	};
	const address = () => `/practices/${props.practice.slug}`;
	return (
		<Page
			head={
				<>
					<Breadcrumbs items={[{ href: address(), label: props.practice.title }]} />
					<Headline plain>{t("practice_edit.translateTitle")}</Headline>
					<Lead>{t("practice_edit.translateLead")}</Lead>
				</>
			}
		>
			<Head title={t("practice_edit.translateTitle")} noIndex />
			<nav aria-label={t("practice_edit.translateTo")}>
				<ul class="plain translations">
					<For each={others()}>
						{(language) => (
							<li>
								<Link href={`${address()}/translate?language=${language}`} current={language === chosen()}>
									{languageName(language)}
								</Link>
								<span class="meta">{state(language)}</span>
							</li>
						)}
					</For>
				</ul>
			</nav>
			<Show when={chosen()} keyed>
				{(language) => (
					<Form of={translatePracticeForm} class="form">
						<input type="hidden" name="id" value={props.practice.id} />
						<input type="hidden" name="language" value={language} />
						<h2>{languageName(language)}</h2>
						<Original
							label={t("practice_edit.originalTitle")}
							of={props.practice}
							text={props.practice.title}
						/>
						<TextArea
							name="title"
							label={t("practice_form.title")}
							value={existing(language)?.title}
							limit={limits.practice.title}
							rows={1}
							required
						/>
						<Original
							label={t("practice_edit.originalClaim")}
							of={props.practice}
							text={props.practice.claim}
						/>
						<TextArea
							name="claim"
							label={t("practice_form.claim")}
							value={existing(language)?.claim}
							limit={limits.practice.claim}
							rows={2}
							required
						/>
						<div>
							<SubmitButton>{t("practice_edit.saveTranslation")}</SubmitButton>
						</div>
					</Form>
				)}
			</Show>
		</Page>
	);
}

function Original(props: { label: string; of: Translated; text: string }) {
	return (
		<div>
			<p class="hint">{props.label}</p>
			<p lang={props.of.language} dir="auto">
				{props.text}
			</p>
		</div>
	);
}

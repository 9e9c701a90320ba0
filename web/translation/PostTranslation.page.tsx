import { languages } from "@interurban/contract/languages";
import { limits } from "@interurban/contract/limits";
import { createAsync, query, useLocation, useNavigate, useParams } from "@solidjs/router";
import { For, Show } from "solid-js";
import { Form } from "../form.tsx";
import { useFormat } from "../format.ts";
import { Head } from "../head.tsx";
import { MessageWords } from "../messages/MessageWords.tsx";
import type { Preload } from "../page.ts";
import { ToSignIn } from "../people/ToSignIn.tsx";
import { NotFound } from "../shell/ErrorPage.tsx";
import { SubmitButton } from "../submit-button.tsx";
import { idIn, threadPath } from "../threads/threads.data.ts";
import { Breadcrumbs } from "../ui/Breadcrumbs.tsx";
import { Button } from "../ui/Button.tsx";
import { Headline, Lead } from "../ui/Headline.tsx";
import { Link } from "../ui/Link.tsx";
import { MarkdownField } from "../ui/MarkdownField.tsx";
import { Page } from "../ui/Page.tsx";
import { Prose } from "../ui/Prose.tsx";
import { useLanguage, useWords } from "../words.ts";
import { getTranslation, translationPath } from "./translation.data.ts";
import { removeTranslationForm, writeTranslationForm } from "./translation.forms.ts";

/** What the address asks for; a language that is none of ours finds nothing. */
function askedFor(params: Record<string, string | undefined>, language: unknown, own: string) {
	const number = /^\d{1,9}$/.test(params.number ?? "") ? Number(params.number) : 0;
	return [idIn(params.idslug), number, typeof language === "string" ? language : own] as const;
}

export const preload: Preload = ({ params, location }) =>
	location.query.language ? getTranslation(...askedFor(params, location.query.language, "")) : undefined;

/** Translates a post, for everybody who reads that language. */
export default function PostTranslationPage() {
	const params = useParams();
	const location = useLocation();
	const own = useLanguage();
	const asked = () => askedFor(params, location.query.language, own);
	const data = createAsync(() => getTranslation(...asked()));
	return (
		<Show when={data()}>
			{(found) => (
				<Show when={found().viewer} fallback={<ToSignIn />}>
					<Show when={found().thread?.post?.viewerCanTranslate && found().thread} fallback={<NotFound />}>
						{(thread) => (
							<Show
								when={thread().private}
								fallback={<Translation thread={thread()} language={asked()[2]} />}
							>
								<MessageWords>
									<Translation thread={thread()} language={asked()[2]} />
								</MessageWords>
							</Show>
						)}
					</Show>
				</Show>
			)}
		</Show>
	);
}

type Found = NonNullable<Awaited<ReturnType<typeof getTranslation>>["thread"]>;

function Translation(props: { thread: Found; language: string }) {
	const t = useWords();
	const navigate = useNavigate();
	const { languageName } = useFormat();
	const post = () => props.thread.post as NonNullable<Found["post"]>;
	const others = () => languages.filter((language) => language !== post().language);
	const chosen = () => others().find((language) => language === props.language) ?? null;
	const stored = () => post().translation;
	const back = () =>
		`${threadPath(props.thread)}?post=${post().number}&translate=${post().number}#post-${post().number}`;
	const go = () => {
		query.clear();
		navigate(back());
	};
	return (
		<Page
			head={
				<>
					<Breadcrumbs items={[{ href: back(), label: props.thread.title || t("translation.post") }]} />
					<Headline plain>{t("translation.title")}</Headline>
					<Lead>{t("translation.lead")}</Lead>
				</>
			}
		>
			<Head title={t("translation.title")} noIndex />
			<nav aria-label={t("translation.into")}>
				<ul class="plain row">
					<For each={others()}>
						{(language) => (
							<li>
								<Link
									href={translationPath(props.thread, post().number, language)}
									current={language === chosen()}
								>
									{languageName(language)}
								</Link>
							</li>
						)}
					</For>
				</ul>
			</nav>
			<section class="stack" aria-labelledby="original">
				<h2 id="original">{t("translation.originalIn", { language: languageName(post().language) })}</h2>
				<Prose html={post().html} lang={post().language} />
			</section>
			<Show when={chosen()} keyed>
				{(language) => (
					<Show
						when={stored()?.viewerCanEdit !== false}
						fallback={<p>{t("translation.taken", { name: stored()?.translator?.name ?? "" })}</p>}
					>
						<Form of={writeTranslationForm} class="form" onDone={go}>
							<Target id={post().id} language={language} back={back()} />
							<MarkdownField
								name="body"
								label={languageName(language)}
								hint={t("translation.hint")}
								required
								rows={10}
								limit={limits.post}
								value={stored()?.body ?? ""}
							/>
							<p>
								<SubmitButton>{t("translation.save")}</SubmitButton>
							</p>
						</Form>
						<Show when={stored()}>
							<details class="confirm">
								<summary>{t("translation.remove")}</summary>
								<Form of={removeTranslationForm} onDone={go}>
									<Target id={post().id} language={language} back={back()} />
									<Button kind="danger">{t("translation.removeYes")}</Button>
								</Form>
							</details>
						</Show>
					</Show>
				)}
			</Show>
		</Page>
	);
}

/** What the form is about, and where it leads. */
function Target(props: { id: string; language: string; back: string }) {
	return (
		<>
			<input type="hidden" name="postId" value={props.id} />
			<input type="hidden" name="language" value={props.language} />
			<input type="hidden" name="_back" value={props.back} />
		</>
	);
}

import { Failure } from "@interurban/contract/errors";
import { createAsync, query } from "@solidjs/router";
import { createSignal, onMount, Show, Suspense } from "solid-js";
import { loadErrorWords, useErrorWords } from "../errors.ts";
import { execute } from "../execute.ts";
import { Form } from "../form.tsx";
import { useFormat } from "../format.ts";
import { TranslatePost } from "../generated/operations.ts";
import { ActionLink } from "../threads/ActionLink.tsx";
import { Button } from "../ui/Button.tsx";
import { Link } from "../ui/Link.tsx";
import { ProgressBar } from "../ui/ProgressBar.tsx";
import { Prose } from "../ui/Prose.tsx";
import { useLanguage, useWords } from "../words.ts";
import { translateInBrowser } from "./browser-translator.ts";
import { getTranslation, translationPath } from "./translation.data.ts";
import { translatePostForm } from "./translation.forms.ts";

/** What is shown in the place of the original, and whose work it is. */
type Shown = { html: string; by: { kind: "person"; name: string } | { kind: "browser" | "machine" } };

type Found = NonNullable<Awaited<ReturnType<typeof getTranslation>>["thread"]>;

/**
 * A post in the reader's language: as a person has translated it, or else as the reader's browser does, or else as a
 * machine does where the operator has set one. The original is one click away.
 */
export default function Translated(props: {
	threadId: string;
	number: number;
	/** Address of the page with the original, and with the translation. */
	original: string;
	translated: string;
	onOriginal: () => void;
}) {
	const language = useLanguage();
	const data = createAsync(() => getTranslation(props.threadId, props.number, language));
	return (
		<Suspense>
			<Show when={data()?.thread}>
				{(thread) => <Ways of={thread()} hasMachine={data()?.machineTranslation === true} {...props} />}
			</Show>
		</Suspense>
	);
}

function Ways(props: {
	of: Found;
	hasMachine: boolean;
	number: number;
	original: string;
	translated: string;
	onOriginal: () => void;
}) {
	const t = useWords();
	const language = useLanguage();
	const words = useErrorWords();
	const { languageName } = useFormat();
	const post = () => props.of.post;
	const stored = () => post()?.translation ?? null;
	const [made, setMade] = createSignal<Shown | null>(null);
	const [isWorking, setWorking] = createSignal(false);
	const [loaded, setLoaded] = createSignal<number | null>(null);
	const [problem, setProblem] = createSignal<string | null>(null);

	const shown = (): Shown | null => {
		const found = stored();
		if (made() || !found || isWorking()) return made();
		const { html, translator } = found;
		return { html, by: translator ? { kind: "person", name: translator.name } : { kind: "machine" } };
	};
	const byBrowser = async (html: string, from: string): Promise<boolean> => {
		const translated = await translateInBrowser(html, from, language, setLoaded).catch(() => null);
		setLoaded(null);
		if (translated !== null) setMade({ html: translated, by: { kind: "browser" } });
		return translated !== null;
	};
	const byMachine = async (id: string) => {
		try {
			const { translatePost } = await execute(TranslatePost, { id, language });
			const { html, translator } = translatePost;
			// What was known before this is no longer so.
			query.delete(getTranslation.keyFor(props.of.id, props.number, language));
			setMade({ html, by: translator ? { kind: "person", name: translator.name } : { kind: "machine" } });
		} catch (error) {
			if (!(error instanceof Failure)) throw error;
			await loadErrorWords();
			setProblem(words(error.issues[0]));
		}
	};
	const translate = async () => {
		const of = post();
		if (!of || stored()?.translator) return;
		setProblem(null);
		setWorking(true);
		const isDone = await byBrowser(of.html, of.language);
		if (!isDone && !stored() && props.hasMachine) await byMachine(of.id);
		setWorking(false);
	};
	onMount(() => void translate());

	const byline = (by: Shown["by"]) => {
		if (by.kind === "person") return t("translation.byPerson", { name: by.name });
		return by.kind === "browser" ? t("translation.byBrowser") : t("translation.byMachine");
	};
	const canWrite = () => post()?.viewerCanTranslate && stored()?.viewerCanEdit !== false;
	return (
		<Show when={post()}>
			{(found) => (
				<div class="post-body stack">
					<Prose html={shown()?.html ?? found().html} lang={shown() ? language : found().language} />
					<p class="meta dotted" role="status">
						<Show when={shown()}>{(of) => <b>{byline(of().by)}</b>}</Show>
						<Show when={isWorking()}>
							<span>{t("translation.working")}</span>
						</Show>
						<Show when={!shown() && !isWorking()}>
							<span>{problem() ?? t("translation.none")}</span>
						</Show>
					</p>
					<Show when={loaded() !== null}>
						<ProgressBar label={t("translation.loading")} value={loaded() ?? 0} max={1} />
					</Show>
					<Show when={!shown() && props.hasMachine && !props.of.private}>
						<div class="without-script">
							<Form of={translatePostForm} key={found().id}>
								<input type="hidden" name="id" value={found().id} />
								<input type="hidden" name="language" value={language} />
								<input type="hidden" name="_back" value={props.translated} />
								<Button>{t("translation.askMachine")}</Button>
							</Form>
						</div>
					</Show>
					<div class="post-actions">
						<Show when={problem()}>
							<Button kind="quiet" type="button" onClick={() => void translate()}>
								{t("translation.tryAgain")}
							</Button>
						</Show>
						<ActionLink href={props.original} onChoose={props.onOriginal}>
							{t("translation.original", { language: languageName(found().language) })}
						</ActionLink>
						<Show when={canWrite()}>
							<Link href={translationPath(props.of, props.number, language)} rel="nofollow">
								{stored() || made() ? t("translation.improve") : t("translation.write")}
							</Link>
						</Show>
					</div>
				</div>
			)}
		</Show>
	);
}

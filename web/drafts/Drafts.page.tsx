import { createAsync } from "@solidjs/router";
import { createSignal, onMount, Show } from "solid-js";
import { Form } from "../form.tsx";
import { Head } from "../head.tsx";
import type { Preload } from "../page.ts";
import { ToSignIn } from "../people/ToSignIn.tsx";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Headline, Lead } from "../ui/Headline.tsx";
import { Link } from "../ui/Link.tsx";
import { Page } from "../ui/Page.tsx";
import { RuledList } from "../ui/RuledList.tsx";
import { Time } from "../ui/Time.tsx";
import { useWords } from "../words.ts";
import { draftAddress, newPracticePrefix, threadPrefix, titleIn } from "./draft-keys.ts";
import { getDrafts } from "./drafts.data.ts";
import { deleteDraftForm } from "./drafts.forms.ts";
import { dropLocally, type LocalDraft, listLocally } from "./local-drafts.ts";

export const preload: Preload = () => getDrafts();

type Listed = { key: string; title: string; updatedAt: string; isHere: boolean };

/** What one has begun to write and not yet published, on the server and, with JavaScript, on this device. */
export default function DraftsPage() {
	const t = useWords();
	const data = createAsync(() => getDrafts());
	return (
		<Page
			head={
				<>
					<Headline plain>{t("drafts.title")}</Headline>
					<Lead>{t("drafts.lead")}</Lead>
				</>
			}
		>
			<Head title={t("drafts.title")} noIndex />
			<Show when={data()}>
				{(found) => (
					<Show when={found().viewer} fallback={<ToSignIn />}>
						{(viewer) => <DraftList owner={viewer().handle} drafts={found().drafts} />}
					</Show>
				)}
			</Show>
		</Page>
	);
}

function DraftList(props: { owner: string; drafts: readonly Omit<Listed, "isHere">[] }) {
	const t = useWords();
	const [local, setLocal] = createSignal<LocalDraft[]>([]);
	onMount(async () => setLocal(await listLocally(props.owner)));
	const listed = (): Listed[] => [
		...local()
			.filter(({ key, ahead }) => ahead && !props.drafts.some((draft) => draft.key === key))
			.map(({ key, fields, savedAt }) => ({ key, title: titleIn(fields), updatedAt: savedAt, isHere: true })),
		...props.drafts.map((draft) => ({ ...draft, isHere: false })),
	];
	const forget = async (key: string) => {
		await dropLocally(key);
		setLocal(local().filter((draft) => draft.key !== key));
	};
	return (
		<Show
			when={listed().length}
			fallback={
				<EmptyState
					whole
					title={t("drafts.none")}
					action={{ href: "/practices/new", label: t("drafts.publishPractice") }}
				>
					{t("drafts.noneText")}
				</EmptyState>
			}
		>
			<RuledList items={listed()}>{(draft) => <DraftItem draft={draft} onDeleted={forget} />}</RuledList>
		</Show>
	);
}

function DraftItem(props: { draft: Listed; onDeleted: (key: string) => Promise<void> }) {
	const t = useWords();
	const title = () => props.draft.title || t("drafts.untitled");
	const kind = () => {
		if (props.draft.key.startsWith(threadPrefix)) return t("drafts.post");
		return props.draft.key.startsWith(newPracticePrefix) ? t("drafts.newPractice") : t("drafts.changes");
	};
	return (
		<>
			<h3 dir="auto">
				<Show when={draftAddress(props.draft.key)} fallback={title()}>
					{(href) => <Link href={href()}>{title()}</Link>}
				</Show>
			</h3>
			<ul class="meta dotted">
				<li>{kind()}</li>
				<li>
					<Time value={props.draft.updatedAt} format="datetime" />
				</li>
				<li>{props.draft.isHere ? t("drafts.onDevice") : t("drafts.onServer")}</li>
			</ul>
			<details class="confirm">
				<summary>{t("drafts.delete")}</summary>
				<Show
					when={!props.draft.isHere}
					fallback={
						<Button kind="danger" type="button" onClick={() => props.onDeleted(props.draft.key)}>
							{t("drafts.deleteYes")}
						</Button>
					}
				>
					<Form
						of={deleteDraftForm}
						key={props.draft.key}
						onDone={async () => {
							await props.onDeleted(props.draft.key);
							window.location.reload();
						}}
					>
						<input type="hidden" name="key" value={props.draft.key} />
						<Button kind="danger">{t("drafts.deleteYes")}</Button>
					</Form>
				</Show>
			</details>
		</>
	);
}

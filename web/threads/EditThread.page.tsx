import { Failure } from "@interurban/contract/errors";
import { limits } from "@interurban/contract/limits";
import { createAsync, useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { Form } from "../form.tsx";
import { Head } from "../head.tsx";
import { ErrorPage, NotFound } from "../shell/ErrorPage.tsx";
import { SubmitButton } from "../submit-button.tsx";
import { Breadcrumbs } from "../ui/Breadcrumbs.tsx";
import { Headline } from "../ui/Headline.tsx";
import { MarkdownField } from "../ui/MarkdownField.tsx";
import { Page } from "../ui/Page.tsx";
import { Section } from "../ui/Section.tsx";
import { useWords } from "../words.ts";
import { SubjectFields } from "./SubjectFields.tsx";
import { getManagedThread, idIn, type ManagedThread, threadPath } from "./threads.data.ts";
import { closeThreadForm, editThreadForm, summariseThreadForm } from "./threads.forms.ts";

/** What its asker and moderators may do with a discussion: sum it up, move it, rename it, close it. */
export default function EditThreadPage() {
	const params = useParams();
	const data = createAsync(() => getManagedThread(idIn(params.idslug)));
	return (
		<Show when={data() !== undefined}>
			<Show when={data()} fallback={<NotFound />}>
				{(thread) => (
					<Show
						when={thread().viewerCanSummarise}
						fallback={<ErrorPage error={new Failure([{ code: "forbidden" }])} />}
					>
						<Manage thread={thread()} />
					</Show>
				)}
			</Show>
		</Show>
	);
}

function Manage(props: { thread: ManagedThread }) {
	const t = useWords();
	const id = () => <input type="hidden" name="id" value={props.thread.id} />;
	const topic = () => props.thread.topic;
	const place = () => props.thread.place;
	return (
		<Page
			head={
				<>
					<Breadcrumbs items={[{ href: threadPath(props.thread), label: props.thread.title }]} />
					<Headline plain>{t("threads.manage")}</Headline>
				</>
			}
		>
			<Head title={t("threads.manage")} noIndex />
			<Section id="sum-up" title={t("threads.summary")}>
				<Form of={summariseThreadForm} class="form narrow">
					{id()}
					<MarkdownField
						name="summary"
						label={t("thread_pages.summaryLabel")}
						hint={t("thread_pages.summaryHint")}
						rows={6}
						limit={limits.threadSummary}
						value={props.thread.summary}
					/>
					<p>
						<SubmitButton>{t("threads.save")}</SubmitButton>
					</p>
				</Form>
			</Section>
			<Show when={props.thread.viewerCanMove}>
				<Section id="move" title={t("thread_pages.move")}>
					<Form of={editThreadForm} class="form narrow">
						{id()}
						<SubjectFields
							title={props.thread.title}
							topic={topic() ? { value: topic()?.id ?? "", label: topic()?.label ?? "" } : null}
							place={
								place()
									? { value: place()?.id ?? "", label: place()?.name ?? "", detail: place()?.countryName }
									: null
							}
						/>
						<p>
							<SubmitButton>{t("threads.save")}</SubmitButton>
						</p>
					</Form>
				</Section>
			</Show>
			<Show when={props.thread.viewerCanManage}>
				<Section id="close" title={t(props.thread.closedAt ? "thread_pages.reopen" : "thread_pages.close")}>
					<Form of={closeThreadForm} class="form narrow">
						{id()}
						<input type="hidden" name="closed" value={String(!props.thread.closedAt)} />
						<p>{t(props.thread.closedAt ? "thread_pages.reopenText" : "thread_pages.closeText")}</p>
						<p>
							<SubmitButton>
								{t(props.thread.closedAt ? "thread_pages.reopen" : "thread_pages.close")}
							</SubmitButton>
						</p>
					</Form>
				</Section>
			</Show>
		</Page>
	);
}

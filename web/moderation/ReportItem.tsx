import { limits } from "@interurban/contract/limits";
import { revalidate } from "@solidjs/router";
import { For, Show } from "solid-js";
import { Form } from "../form.tsx";
import { SubmitButton } from "../submit-button.tsx";
import { postPath } from "../threads/threads.data.ts";
import { Button } from "../ui/Button.tsx";
import { Checkbox } from "../ui/Choices.tsx";
import { Link } from "../ui/Link.tsx";
import { announce } from "../ui/LiveRegion.tsx";
import { Prose } from "../ui/Prose.tsx";
import { TextArea } from "../ui/TextArea.tsx";
import { Time } from "../ui/Time.tsx";
import { useWords } from "../words.ts";
import { getReports, type Report } from "./moderation.data.ts";
import { closeReportForm, readmitPersonForm, suspendPersonForm } from "./moderation.forms.ts";

/** A report, what was handed over with it, and what can be done. */
export function ReportItem(props: { report: Report }) {
	const t = useWords();
	const report = () => props.report;
	return (
		<article class="stack report" id={`report-${report().id}`}>
			<h3>
				{t(`moderation.reason_${report().reason}`)}:{" "}
				<Link href={`/people/${report().author.handle}`}>
					<bdi>{report().author.name}</bdi>
				</Link>
			</h3>
			<ul class="meta dotted">
				<li>{t("moderation.by", { name: report().reporter.name })}</li>
				<li>
					<Time value={report().createdAt} format="datetime" />
				</li>
				<Show when={report().authorSuspended}>
					<li>{t("moderation.suspended")}</li>
				</Show>
				<Show when={report().post}>
					{(post) => (
						<li>
							<Link href={postPath(post().thread, post().number)}>{t("moderation.to_post")}</Link>
							<Show when={post().deleted}> ({t("moderation.removed")})</Show>
						</li>
					)}
				</Show>
			</ul>
			<Show when={report().details}>
				<p dir="auto">{report().details}</p>
			</Show>
			<HandedOver posts={report().posts} />
			<Show when={report().closedAt} fallback={<Decision report={report()} />}>
				{(at) => (
					<>
						<p dir="auto">{report().note}</p>
						<p class="meta dotted">
							<span>{t("moderation.closed_by", { name: report().closedBy?.name ?? "" })}</span>
							<Time value={at()} format="datetime" />
						</p>
					</>
				)}
			</Show>
			<Show when={report().viewerCanSuspend}>
				<Suspension person={report().author} suspended={report().authorSuspended} report={report().id} />
			</Show>
		</article>
	);
}

function HandedOver(props: { posts: Report["posts"] }) {
	const t = useWords();
	return (
		<details>
			<summary>{t("moderation.context")}</summary>
			<ol class="posts plain">
				<For each={props.posts}>
					{(post) => (
						<li classList={{ "post-reported": post.reported }}>
							<p class="meta dotted">
								<b>
									<bdi>{post.author.name}</bdi>
								</b>
								<Time value={post.createdAt} format="datetime" />
								<Show when={post.reported}>
									<b>{t("moderation.this_one")}</b>
								</Show>
							</p>
							<Prose html={post.html} />
						</li>
					)}
				</For>
			</ol>
		</details>
	);
}

function Decision(props: { report: Report }) {
	const t = useWords();
	return (
		<Form
			of={closeReportForm}
			key={props.report.id}
			class="form narrow"
			onDone={() => {
				announce(t("moderation.report_closed"));
				void revalidate(getReports.key);
			}}
		>
			<input type="hidden" name="id" value={props.report.id} />
			<TextArea
				id={`note-${props.report.id}`}
				name="note"
				label={t("moderation.note")}
				required
				rows={2}
				limit={limits.report.note}
			/>
			<Show when={props.report.post && !props.report.post.deleted}>
				<Checkbox
					id={`remove-${props.report.id}`}
					name="removePost"
					label={t("moderation.remove_post")}
					hint={t("moderation.remove_post_text")}
				/>
			</Show>
			<div>
				<SubmitButton>{t("moderation.close")}</SubmitButton>
			</div>
		</Form>
	);
}

function Suspension(props: { person: Report["author"]; suspended: boolean; report: string }) {
	const t = useWords();
	const handle = () => <input type="hidden" name="handle" value={props.person.handle} />;
	return (
		<Show
			when={props.suspended}
			fallback={
				<details>
					<summary>{t("moderation.suspend", { name: props.person.name })}</summary>
					<Form of={suspendPersonForm} key={props.report} class="form">
						{handle()}
						<p>{t("moderation.suspend_text")}</p>
						<div>
							<Button kind="danger">{t("moderation.suspend", { name: props.person.name })}</Button>
						</div>
					</Form>
				</details>
			}
		>
			<Form of={readmitPersonForm} key={props.report}>
				{handle()}
				<Button>{t("moderation.readmit", { name: props.person.name })}</Button>
			</Form>
		</Show>
	);
}

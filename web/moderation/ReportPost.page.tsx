import { limits } from "@interurban/contract/limits";
import { reportReasons } from "@interurban/contract/vocabulary";
import { createAsync, useLocation } from "@solidjs/router";
import { Show } from "solid-js";
import { Form } from "../form.tsx";
import { Head } from "../head.tsx";
import { MessageWords } from "../messages/MessageWords.tsx";
import { ToSignIn } from "../people/ToSignIn.tsx";
import { NotFound } from "../shell/ErrorPage.tsx";
import { getViewer } from "../shell/shell.data.ts";
import { SubmitButton } from "../submit-button.tsx";
import { getPostText } from "../threads/threads.data.ts";
import { RadioGroup } from "../ui/Choices.tsx";
import { Headline, Lead } from "../ui/Headline.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Page } from "../ui/Page.tsx";
import { TextArea } from "../ui/TextArea.tsx";
import { useWords } from "../words.ts";
import { reportPostForm } from "./moderation.forms.ts";

const numberIn = (value: unknown): string =>
	typeof value === "string" && /^\d{1,15}$/.test(value) ? value : "0";

/** Brings a post before the moderators: `?thread=12&post=3`. */
export default function ReportPostPage() {
	const { query } = useLocation();
	const viewer = createAsync(() => getViewer());
	const post = createAsync(() =>
		getPostText(numberIn(query.thread), Number(numberIn(query.post).slice(0, 9))),
	);
	return (
		<Show when={viewer()}>
			{(found) => (
				<Show when={found().viewer} fallback={<ToSignIn />}>
					<Show when={!query.done} fallback={<Reported />}>
						<Show when={post() !== undefined}>
							<Show when={post()} fallback={<NotFound />}>
								{(reported) => (
									<Show when={reported().private} fallback={<ReportForm post={reported()} />}>
										<MessageWords>
											<ReportForm post={reported()} />
										</MessageWords>
									</Show>
								)}
							</Show>
						</Show>
					</Show>
				</Show>
			)}
		</Show>
	);
}

function Reported() {
	const t = useWords();
	return (
		<Page head={<Headline plain>{t("moderation.report_title")}</Headline>}>
			<Head title={t("moderation.report_title")} noIndex />
			<Notice kind="success" live>
				{t("moderation.reported")}
			</Notice>
		</Page>
	);
}

function ReportForm(props: { post: { id: string; body: string; author: { name: string } } }) {
	const t = useWords();
	return (
		<Page
			head={
				<>
					<Headline plain>{t("moderation.report_title")}</Headline>
					<Lead>{t("moderation.report_lead")}</Lead>
				</>
			}
		>
			<Head title={t("moderation.report_title")} noIndex />
			<div class="stack narrow">
				<blockquote>
					<p class="meta">
						<bdi>{props.post.author.name}</bdi>
					</p>
					<p class="outgoing-text" dir="auto">
						{props.post.body}
					</p>
				</blockquote>
				<Form of={reportPostForm} class="form">
					<input type="hidden" name="postId" value={props.post.id} />
					<RadioGroup
						name="reason"
						label={t("moderation.reason")}
						required
						value="harassment"
						options={reportReasons.map((value) => ({ value, label: t(`moderation.reason_${value}`) }))}
					/>
					<TextArea
						name="details"
						label={t("moderation.details")}
						hint={t("moderation.handed_over")}
						rows={4}
						limit={limits.report.details}
					/>
					<div>
						<SubmitButton>{t("moderation.send")}</SubmitButton>
					</div>
				</Form>
			</div>
		</Page>
	);
}

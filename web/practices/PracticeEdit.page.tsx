import { Failure } from "@interurban/contract/errors";
import { createAsync, useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { Head } from "../head.tsx";
import type { Preload } from "../page.ts";
import { ToSignIn } from "../people/ToSignIn.tsx";
import { postedState } from "../posted.ts";
import { ErrorPage, NotFound } from "../shell/ErrorPage.tsx";
import { Breadcrumbs } from "../ui/Breadcrumbs.tsx";
import { Headline } from "../ui/Headline.tsx";
import { Page } from "../ui/Page.tsx";
import { useWords } from "../words.ts";
import { updatePracticeForm } from "./editing.forms.ts";
import { CoAuthors } from "./writing/CoAuthors.tsx";
import { getPracticeToEdit } from "./writing/editing.data.ts";
import { Keeping } from "./writing/Keeping.tsx";
import { type EditablePractice, publishedForm } from "./writing/merge.ts";
import { PracticeWriter } from "./writing/PracticeWriter.tsx";

export const preload: Preload = ({ params }) => getPracticeToEdit(params.slug ?? "");

type Found = Awaited<ReturnType<typeof getPracticeToEdit>>;

/** A published practice in the form, for its authors; what was typed stays, also when the session has ended. */
export default function PracticeEditPage() {
	const params = useParams();
	const data = createAsync(() => getPracticeToEdit(params.slug ?? ""));
	const wasPosted = postedState(updatePracticeForm.operation.name) !== null;
	return (
		<Show when={data()} keyed>
			{(found) => (
				<Show when={found.practice} fallback={<NotFound />} keyed>
					{(practice) => (
						<Show
							when={practice.viewerCanEdit || (wasPosted && !found.viewer)}
							fallback={
								<Show when={found.viewer} fallback={<ToSignIn />}>
									<ErrorPage error={new Failure([{ code: "forbidden" }])} />
								</Show>
							}
						>
							<Editing found={found} practice={practice} />
						</Show>
					)}
				</Show>
			)}
		</Show>
	);
}

function Editing(props: { found: Found; practice: EditablePractice }) {
	const t = useWords();
	// The page is made anew for each practice.
	const published = publishedForm(props.practice);
	const address = () => `/practices/${props.practice.slug}`;
	return (
		<Page
			head={
				<>
					<Breadcrumbs items={[{ href: address(), label: props.practice.displayTitle }]} />
					<Headline plain>{t("practice_edit.editTitle")}</Headline>
				</>
			}
		>
			<Head title={t("practice_edit.editTitle")} noIndex />
			<PracticeWriter
				of={updatePracticeForm}
				unwritten={published.fields}
				draft={props.found.draft}
				draftKey={props.found.key}
				anyNew={false}
				another={null}
				viewer={props.found.viewer}
				choices={props.found}
				practice={props.practice}
				published={published}
			/>
			<Show when={props.practice.viewerCanEdit}>
				<CoAuthors practice={props.practice} viewer={props.found.viewer?.handle ?? null} />
				<Keeping practice={props.practice} />
			</Show>
		</Page>
	);
}

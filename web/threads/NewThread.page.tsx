import { limits } from "@interurban/contract/limits";
import { createAsync, useLocation } from "@solidjs/router";
import { Show } from "solid-js";
import { ClientId } from "../client-id.tsx";
import { execute } from "../execute.ts";
import { Form } from "../form.tsx";
import { StartThread } from "../generated/operations.ts";
import type { StartThreadMutationVariables } from "../generated/types.ts";
import { Head } from "../head.tsx";
import { ToSignIn } from "../people/ToSignIn.tsx";
import { PictureField } from "../pictures/PictureField.tsx";
import { makeWaitingPictures } from "../pictures/waiting-pictures.ts";
import { getViewer } from "../shell/shell.data.ts";
import { WhatThereIs } from "../similar/WhatThereIs.tsx";
import { SubmitButton } from "../submit-button.tsx";
import { Headline } from "../ui/Headline.tsx";
import { Page } from "../ui/Page.tsx";
import { useWords } from "../words.ts";
import { SubjectFields } from "./SubjectFields.tsx";
import { getThreadPlace, getThreadTopic } from "./threads.data.ts";
import { startThreadForm } from "./threads.forms.ts";

/** Opens a discussion: under a topic, in a place, both or neither. */
export default function NewThreadPage() {
	const t = useWords();
	const { query } = useLocation();
	const pictures = makeWaitingPictures();
	const viewer = createAsync(() => getViewer());
	const topic = createAsync(() => getThreadTopic(typeof query.topic === "string" ? query.topic : null));
	const place = createAsync(() => getThreadPlace(typeof query.place === "string" ? query.place : null));
	return (
		<Show when={viewer()}>
			{(found) => (
				<Show when={found().viewer} fallback={<ToSignIn />}>
					<Show when={topic() !== undefined && place() !== undefined}>
						<Page head={<Headline plain>{t("threads.start")}</Headline>}>
							<Head title={t("threads.start")} noIndex />
							<Form
								of={startThreadForm}
								class="form narrow"
								send={async (variables) => {
									pictures.check();
									return execute(StartThread, variables as StartThreadMutationVariables);
								}}
							>
								<ClientId />
								<SubjectFields
									title={String(query.title ?? "")}
									topic={topic() ? { value: topic()?.id ?? "", label: topic()?.label ?? "" } : null}
									place={
										place()
											? { value: place()?.id ?? "", label: place()?.name ?? "", detail: place()?.countryName }
											: null
									}
								>
									<WhatThereIs title="title" />
								</SubjectFields>
								<PictureField
									name="body"
									label={t("thread_pages.firstPost")}
									hint={t("threads.postHint")}
									required
									rows={10}
									limit={limits.post}
									onWaiting={pictures.note}
								/>
								<p>
									<SubmitButton>{t("thread_pages.startButton")}</SubmitButton>
								</p>
							</Form>
						</Page>
					</Show>
				</Show>
			)}
		</Show>
	);
}

import { createAsync, useLocation } from "@solidjs/router";
import { Show } from "solid-js";
import { ClientId } from "../client-id.tsx";
import { Form } from "../form.tsx";
import { Head } from "../head.tsx";
import { ToSignIn } from "../people/ToSignIn.tsx";
import { Headline } from "../ui/Headline.tsx";
import { Page } from "../ui/Page.tsx";
import { useWords } from "../words.ts";
import { ChallengeFields } from "./ChallengeFields.tsx";
import { getStart } from "./challenges.data.ts";
import { publishChallengeForm } from "./challenges.forms.ts";

/** Asks the network about a problem. */
export default function NewChallengePage() {
	const t = useWords();
	const { query } = useLocation();
	const own = createAsync(() => getStart(String(query.topic ?? "")));
	return (
		<Show when={own()}>
			{(found) => (
				<Show when={found().viewer} fallback={<ToSignIn />}>
					{(viewer) => (
						<Page
							head={
								<>
									<Headline plain>{t("challenges.post")}</Headline>
									<p>{t("challenges.postText")}</p>
								</>
							}
						>
							<Head title={t("challenges.post")} noIndex />
							<Form of={publishChallengeForm} class="form narrow">
								<ClientId />
								<ChallengeFields
									challenge={null}
									place={viewer().person.place}
									start={{ title: String(query.title ?? ""), topic: found().topic }}
									send={t("challenges.publish")}
								/>
							</Form>
						</Page>
					)}
				</Show>
			)}
		</Show>
	);
}

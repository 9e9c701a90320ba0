import { Failure } from "@interurban/contract/errors";
import { createAsync, useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { Form } from "../form.tsx";
import { Head } from "../head.tsx";
import { ErrorPage, NotFound } from "../shell/ErrorPage.tsx";
import { idIn } from "../threads/threads.data.ts";
import { Headline } from "../ui/Headline.tsx";
import { Link } from "../ui/Link.tsx";
import { Page } from "../ui/Page.tsx";
import { useWords } from "../words.ts";
import { ChallengeFields } from "./ChallengeFields.tsx";
import { challengePath, getWrittenChallenge, type WrittenChallenge } from "./challenges.data.ts";
import { updateChallengeForm } from "./challenges.forms.ts";

/** Changes one's own challenge. */
export default function EditChallengePage() {
	const params = useParams();
	const data = createAsync(() => getWrittenChallenge(idIn(params.idslug)));
	return (
		<Show when={data()}>
			{(found) => (
				<Show when={found().challenge} fallback={<NotFound />}>
					{(challenge) => (
						<Show
							when={challenge().viewerCanEdit}
							fallback={<ErrorPage error={new Failure([{ code: "forbidden" }])} />}
						>
							<Edit challenge={challenge()} />
						</Show>
					)}
				</Show>
			)}
		</Show>
	);
}

function Edit(props: { challenge: WrittenChallenge }) {
	const t = useWords();
	return (
		<Page head={<Headline plain>{t("challenges.edit")}</Headline>}>
			<Head title={t("challenges.edit")} noIndex />
			<Form of={updateChallengeForm} class="form narrow">
				<input type="hidden" name="id" value={props.challenge.id} />
				<ChallengeFields challenge={props.challenge} place={null} send={t("challenges.save")} />
			</Form>
			<p>
				<Link href={challengePath(props.challenge)}>{t("challenges.cancel")}</Link>
			</p>
		</Page>
	);
}

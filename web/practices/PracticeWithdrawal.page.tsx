import { Failure } from "@interurban/contract/errors";
import { createAsync, useLocation, useParams } from "@solidjs/router";
import { Match, Show, Switch } from "solid-js";
import { Form } from "../form.tsx";
import { Head } from "../head.tsx";
import type { Preload } from "../page.ts";
import { ToSignIn } from "../people/ToSignIn.tsx";
import { ErrorPage, NotFound } from "../shell/ErrorPage.tsx";
import { Button, LinkButton } from "../ui/Button.tsx";
import { Headline, Lead } from "../ui/Headline.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Page } from "../ui/Page.tsx";
import { useWords } from "../words.ts";
import { withdrawPracticeForm } from "./editing.forms.ts";
import { getToWithdraw } from "./writing/editing.data.ts";

export const preload: Preload = ({ params }) => getToWithdraw(params.slug ?? "");

/** Takes a practice out of sight, after asking once more; and says afterwards that it was done. */
export default function PracticeWithdrawalPage() {
	const t = useWords();
	const params = useParams();
	const location = useLocation();
	const data = createAsync(() => getToWithdraw(params.slug ?? ""));
	return (
		<Show when={data()}>
			{(found) => (
				<Switch fallback={<NotFound />}>
					<Match when={found().practice && !found().viewer}>
						<ToSignIn />
					</Match>
					<Match when={found().practice && !found().practice?.viewerCanWithdraw}>
						<ErrorPage error={new Failure([{ code: "forbidden" }])} />
					</Match>
					<Match when={found().practice}>
						{(practice) => (
							<Page
								head={
									<>
										<Headline plain>{t("practice_edit.withdrawTitle")}</Headline>
										<Lead lang={practice().language}>{practice().title}</Lead>
									</>
								}
							>
								<Head title={t("practice_edit.withdrawTitle")} noIndex />
								<div class="stack narrow">
									<p>{t("practice_edit.withdrawText")}</p>
									<Form of={withdrawPracticeForm}>
										<input type="hidden" name="id" value={practice().id} />
										<input type="hidden" name="_slug" value={practice().slug} />
										<p class="row">
											<Button kind="danger">{t("practice_edit.withdrawYes")}</Button>
											<LinkButton href={`/practices/${practice().slug}`}>
												{t("practice_edit.withdrawNo")}
											</LinkButton>
										</p>
									</Form>
								</div>
							</Page>
						)}
					</Match>
					<Match when={location.query.done}>
						<Page head={<Headline plain>{t("practice_edit.withdrawnTitle")}</Headline>}>
							<Head title={t("practice_edit.withdrawnTitle")} noIndex />
							<div class="stack narrow">
								<Notice kind="success" title={t("practice_edit.withdrawnTitle")}>
									<p>{t("practice_edit.withdrawnText")}</p>
								</Notice>
								<LinkButton href="/practices">{t("practice_edit.allPractices")}</LinkButton>
							</div>
						</Page>
					</Match>
				</Switch>
			)}
		</Show>
	);
}

import { createAsync, useLocation } from "@solidjs/router";
import { type JSX, Match, Show, Switch } from "solid-js";
import type { FormDefinition } from "../form.tsx";
import { Head } from "../head.tsx";
import type { Preload } from "../page.ts";
import { postedState } from "../posted.ts";
import { getViewer } from "../shell/shell.data.ts";
import { SubmitButton } from "../submit-button.tsx";
import { Button, LinkButton } from "../ui/Button.tsx";
import { Headline, Lead } from "../ui/Headline.tsx";
import { Page } from "../ui/Page.tsx";
import { StepIndicator } from "../ui/StepIndicator.tsx";
import { useWords } from "../words.ts";
import { AccountForm } from "./AccountForm.tsx";
import { FirstHits } from "./FirstHits.tsx";
import { localPath, withNext } from "./next.ts";
import { KnowledgeFields, NeedsFields, WorkplaceFields } from "./ProfileFields.tsx";
import { getFitting, getOwnProfile } from "./people.data.ts";
import { knowledgeForm, needsForm, workplaceForm } from "./people.forms.ts";
import { SignInForm } from "./SignInForm.tsx";

export const preload: Preload = ({ location }) =>
	location.query.step === "done" ? getFitting() : getOwnProfile();

const steps = ["1", "2", "3", "done"] as const;

/** The first questions, each of which may be skipped, and then something useful at once. */
export default function WelcomePage() {
	const location = useLocation();
	const step = () => steps.find((known) => known === location.query.step) ?? "1";
	const next = () => localPath(location.query.next);
	const viewer = createAsync(() => getViewer());
	const wasPosted = [workplaceForm, knowledgeForm, needsForm].some(
		(form) => postedState(form.operation.name) !== null,
	);
	return (
		<Show when={viewer()}>
			{(found) => (
				<Show when={found().viewer || wasPosted} fallback={<SignInFirst next={next()} />}>
					<Show when={step() === "done"} fallback={<Questions step={Number(step())} next={next()} />}>
						<FirstHits next={next()} />
					</Show>
				</Show>
			)}
		</Show>
	);
}

/** What a visitor sees here: somebody whose address had an account already, and so got no session by joining. */
function SignInFirst(props: { next: string | null }) {
	const t = useWords();
	return (
		<Page
			head={
				<>
					<Headline plain>{t("account.signInFirst")}</Headline>
					<Lead>{t("account.signInFirstLead")}</Lead>
				</>
			}
		>
			<Head title={t("account.signInFirst")} noIndex />
			<SignInForm next={withNext("/welcome", props.next)} />
		</Page>
	);
}

function Questions(props: { step: number; next: string | null }) {
	const t = useWords();
	const data = createAsync(() => getOwnProfile());
	const titles = () => [t("account.step1"), t("account.step2"), t("account.step3")];
	const at = (step: number | "done") => withNext(`/welcome?step=${step}`, props.next);
	const skipTo = (step: number) => (
		<LinkButton kind="quiet" href={at(step)}>
			{t("account.skip")}
		</LinkButton>
	);
	return (
		<Page
			head={
				<>
					<Headline plain>{titles()[props.step - 1]}</Headline>
					<StepIndicator
						steps={titles().map((label, index) => ({ label, href: at(index + 1) }))}
						current={props.step - 1}
					/>
				</>
			}
		>
			<Head title={t("account.welcome")} noIndex />
			<Show when={data()}>
				{(found) => (
					<Switch>
						<Match when={props.step === 1}>
							<Step of={workplaceForm} next={props.next} lead={t("account.step1Lead")} skip={skipTo(2)}>
								<WorkplaceFields profile={found().viewer?.person} />
							</Step>
						</Match>
						<Match when={props.step === 2}>
							<Step of={knowledgeForm} next={props.next} lead={t("account.step2Lead")} skip={skipTo(3)}>
								<KnowledgeFields profile={found().viewer?.person} languages={found().spokenLanguages} />
							</Step>
						</Match>
						<Match when={props.step === 3}>
							<Step
								of={needsForm}
								next={props.next}
								lead={t("account.step3Lead")}
								skip={
									<Button kind="quiet" name="_action" value="skip" unchecked>
										{t("account.skip")}
									</Button>
								}
							>
								<NeedsFields profile={found().viewer?.person} />
							</Step>
						</Match>
					</Switch>
				)}
			</Show>
		</Page>
	);
}

function Step(props: {
	of: FormDefinition;
	next: string | null;
	lead: string;
	skip: JSX.Element;
	children: JSX.Element;
}) {
	const t = useWords();
	return (
		<>
			<p>{props.lead}</p>
			<AccountForm of={props.of} class="form narrow">
				<Show when={props.next}>{(next) => <input type="hidden" name="next" value={next()} />}</Show>
				{props.children}
				<div class="row">
					<SubmitButton>{t("account.continue")}</SubmitButton>
					{props.skip}
				</div>
			</AccountForm>
		</>
	);
}

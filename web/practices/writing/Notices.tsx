import { Match, Show, Switch } from "solid-js";
import { draftAddress } from "../../drafts/draft-keys.ts";
import { useForm } from "../../form.tsx";
import { useAddress } from "../../ui/address.ts";
import { Link } from "../../ui/Link.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useWords } from "../../words.ts";

/** Signing in happens in another tab: what is typed stays in this one. */
function SignInTab() {
	const t = useWords();
	const address = useAddress();
	return (
		<p>
			<a
				class="button button-primary"
				href={address("/sign-in?next=%2Fsigned-in")}
				target="_blank"
				rel="noopener"
			>
				{t("practice_form.signInTab")}
			</a>
		</p>
	);
}

/** What a writer should know of their session and of the draft, above the form's fields. */
export function Notices(props: {
	handle: string | null;
	/** Signed in while writing. */
	hasArrived: boolean;
	draftKey: string;
}) {
	const t = useWords();
	const { issues } = useForm();
	const has = (code: string) => issues().some((issue) => issue.code === code);
	return (
		<>
			<Switch>
				<Match when={props.handle === null && has("auth.required")}>
					<Notice kind="warning" title={t("practice_form.signInTitle")}>
						<p>{t("practice_form.signInText")}</p>
						<SignInTab />
					</Notice>
				</Match>
				<Match when={props.handle === null}>
					<Notice kind="info" title={t("practice_form.visitorTitle")}>
						<p>{t("practice_form.visitorText")}</p>
						<SignInTab />
					</Notice>
				</Match>
				<Match when={props.hasArrived}>
					<Notice kind="success" title={t("practice_form.signedInTitle")} live>
						<p>{t("practice_form.signedInText")}</p>
					</Notice>
				</Match>
			</Switch>
			<Show when={has("drafts.conflict")}>
				<Notice kind="warning" title={t("practice_form.draftConflictTitle")}>
					<p>
						{t("practice_form.draftConflictText")}{" "}
						<Link href={draftAddress(props.draftKey) ?? "/drafts"}>
							{t("practice_form.draftConflictLink")}
						</Link>
					</p>
				</Notice>
			</Show>
		</>
	);
}

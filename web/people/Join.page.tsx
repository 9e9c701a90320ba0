import { limits } from "@interurban/contract/limits";
import { createAsync, useLocation } from "@solidjs/router";
import { Show } from "solid-js";
import { Head } from "../head.tsx";
import type { Preload } from "../page.ts";
import { Redirect } from "../redirect.tsx";
import { getViewer } from "../shell/shell.data.ts";
import { SubmitButton } from "../submit-button.tsx";
import { Headline, Lead } from "../ui/Headline.tsx";
import { Link } from "../ui/Link.tsx";
import { Page } from "../ui/Page.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words.ts";
import { AccountForm } from "./AccountForm.tsx";
import { joinForm } from "./account.forms.ts";
import { localPath, withNext } from "./next.ts";

export const preload: Preload = () => getViewer();

/** Making an account: three fields, the rest comes later. */
export default function JoinPage() {
	const t = useWords();
	const location = useLocation();
	const next = () => localPath(location.query.next);
	const data = createAsync(() => getViewer());
	return (
		<Page
			head={
				<>
					<Headline plain>{t("account.joinTitle")}</Headline>
					<Lead>{t("account.joinLead")}</Lead>
				</>
			}
		>
			<Head title={t("account.joinTitle")} description={t("account.joinLead")} canonical="/join" />
			<Show when={data()}>
				{(found) => (
					<Show when={!found().viewer} fallback={<Redirect to={withNext("/welcome", next())} />}>
						<AccountForm of={joinForm} class="form narrow">
							<Show when={next()}>{(path) => <input type="hidden" name="next" value={path()} />}</Show>
							<TextField
								name="input.name"
								label={t("account.name")}
								hint={t("account.nameHint")}
								autocomplete="name"
								required
							/>
							<TextField
								name="input.email"
								label={t("account.email")}
								hint={t("account.emailHint")}
								type="email"
								autocomplete="username"
								spellcheck={false}
								required
							/>
							<TextField
								name="input.password"
								label={t("account.password")}
								hint={t("account.passwordHint", { min: limits.password.min })}
								type="password"
								autocomplete="new-password"
								required
							/>
							<div>
								<SubmitButton>{t("account.join")}</SubmitButton>
							</div>
						</AccountForm>
						<p>
							{t("account.already")} <Link href={withNext("/sign-in", next())}>{t("account.signIn")}</Link>
						</p>
					</Show>
				)}
			</Show>
		</Page>
	);
}

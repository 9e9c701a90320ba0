import { createAsync, useLocation } from "@solidjs/router";
import { Show } from "solid-js";
import { Head } from "../head.tsx";
import type { Preload } from "../page.ts";
import { Redirect } from "../redirect.tsx";
import { getViewer } from "../shell/shell.data.ts";
import { Headline } from "../ui/Headline.tsx";
import { Link } from "../ui/Link.tsx";
import { Page } from "../ui/Page.tsx";
import { useWords } from "../words.ts";
import { localPath, withNext } from "./next.ts";
import { SignInForm } from "./SignInForm.tsx";

export const preload: Preload = () => getViewer();

/** Signing in; who is signed in already goes on. */
export default function SignInPage() {
	const t = useWords();
	const location = useLocation();
	const next = () => localPath(location.query.next);
	const data = createAsync(() => getViewer());
	return (
		<Page head={<Headline plain>{t("account.signIn")}</Headline>}>
			<Head title={t("account.signIn")} noIndex />
			<Show when={data()}>
				{(found) => (
					<Show when={!found().viewer} fallback={<Redirect to={next() ?? "/"} />}>
						<SignInForm next={next()} />
						<p>
							{t("account.notYet")} <Link href={withNext("/join", next())}>{t("account.join")}</Link>
						</p>
					</Show>
				)}
			</Show>
		</Page>
	);
}

import { createAsync } from "@solidjs/router";
import { Show } from "solid-js";
import { Head } from "../head.tsx";
import type { Preload } from "../page.ts";
import { Redirect } from "../redirect.tsx";
import { getViewer } from "../shell/shell.data.ts";
import { Headline } from "../ui/Headline.tsx";
import { Page } from "../ui/Page.tsx";
import { useWords } from "../words.ts";

export const preload: Preload = () => getViewer();

/** Where somebody arrives who signed in again in another tab, because a session had ended in the middle of writing. */
export default function SignedInPage() {
	const t = useWords();
	const data = createAsync(() => getViewer());
	return (
		<Page head={<Headline plain>{t("account.signedIn")}</Headline>}>
			<Head title={t("account.signedIn")} noIndex />
			<Show when={data()}>
				{(found) => (
					<Show when={found().viewer} fallback={<Redirect to="/sign-in?next=%2Fsigned-in" />}>
						<p>{t("account.backToWriting")}</p>
					</Show>
				)}
			</Show>
		</Page>
	);
}

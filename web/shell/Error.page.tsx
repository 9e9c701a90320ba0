import type { ErrorCode, Issue } from "@interurban/contract/errors";
import { Show } from "solid-js";
import { isServer } from "solid-js/web";
import { useErrorWords } from "../errors.ts";
import { Head } from "../head.tsx";
import { currentRequest } from "../request.ts";
import { LinkButton } from "../ui/Button.tsx";
import { Headline, Lead } from "../ui/Headline.tsx";
import { Page } from "../ui/Page.tsx";
import { SearchField } from "../ui/SearchField.tsx";
import { useWords, type WordKey } from "../words.ts";

/** The errors that have a title of their own; any other refusal is one of what was asked for. */
const statuses = {
	invalid: 400,
	too_large: 413,
	not_found: 404,
	forbidden: 403,
	unavailable: 503,
	too_slow: 503,
	rate_limited: 429,
	"auth.required": 401,
	internal: 500,
	// Kept by the service worker, which shows it for any page that cannot be loaded.
	offline: 200,
} satisfies Partial<Record<ErrorCode, number>>;

type Shown = keyof typeof statuses;

/** What may be over when the page is asked for again. */
const mayPass = new Set<Shown>(["internal", "unavailable", "too_slow", "offline"]);

/** The page for something that did not work: says what happened and what to do, with the request's number. */
export default function ErrorPage(props: { error: unknown }) {
	const t = useWords();
	const words = useErrorWords();
	// An error that came along with the page has its issues, but is no instance of Failure.
	const issue = (): Issue =>
		(props.error as { issues?: Issue[] } | null)?.issues?.[0] ?? { code: "internal" };
	const code = (): Shown => (issue().code in statuses ? (issue().code as Shown) : "invalid");
	if (isServer) currentRequest().status = statuses[code()];
	const request = isServer ? currentRequest().requestId : "";
	const title = () => (t as (key: WordKey) => string)(`errors.${code()}_title`);
	return (
		<Page
			head={
				<>
					<Headline plain>{title()}</Headline>
					<Lead>{words(issue())}</Lead>
				</>
			}
		>
			<Head title={title()} noIndex />
			<div class="stack narrow">
				<Show when={code() === "not_found"}>
					<SearchField action="/search" label={t("ui.search")} id="error-search" />
				</Show>
				<Show when={request && code() === "internal"}>
					<p class="meta">{t("errors.request", { id: request })}</p>
				</Show>
				<p class="row">
					<Show when={mayPass.has(code())}>
						{/* biome-ignore lint/a11y/useValidAnchor: the empty address is the page that could not be shown */}
						<a class="button button-primary" href="" rel="external">
							{t("errors.try_again")}
						</a>
					</Show>
					<Show when={code() === "invalid"}>
						<a class="button button-primary" href="?" rel="external">
							{t("errors.from_start")}
						</a>
					</Show>
					<Show
						when={code() === "auth.required"}
						fallback={<LinkButton href="/">{t("errors.home")}</LinkButton>}
					>
						<LinkButton kind="primary" href="/sign-in">
							{t("ui.signIn")}
						</LinkButton>
					</Show>
				</p>
			</div>
		</Page>
	);
}

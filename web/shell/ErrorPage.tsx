import { type ErrorCode, Failure } from "@interurban/contract/errors";
import { A } from "@solidjs/router";
import { isServer } from "solid-js/web";
import { useErrorWords } from "../errors.ts";
import { Head } from "../head.tsx";
import { currentRequest } from "../request.ts";
import { useWords } from "../words.ts";

const statuses: Partial<Record<ErrorCode, number>> = {
	not_found: 404,
	forbidden: 403,
	unavailable: 503,
	rate_limited: 429,
	"auth.required": 401,
};

/** The page for something that did not work: says what happened and what to do, with the request's number. */
export function ErrorPage(props: { error: unknown }) {
	const t = useWords();
	const code = (): ErrorCode => (props.error instanceof Failure ? props.error.code : "internal");
	if (isServer) currentRequest().status = statuses[code()] ?? 500;
	const request = isServer ? currentRequest().requestId : "";
	const words = useErrorWords();
	const known = () => (code() in statuses ? code() : "internal") as "internal";
	const issue = () =>
		props.error instanceof Failure && code() === known() ? props.error.issues[0] : { code: known() };
	return (
		<section class="error-page">
			<Head title={t(`errors.${known()}_title` as "errors.internal_title")} noIndex />
			<h1>{t(`errors.${known()}_title` as "errors.internal_title")}</h1>
			<p>{words(issue())}</p>
			{request && code() === "internal" ? (
				<p class="secondary">{t("errors.request", { id: request })}</p>
			) : null}
			<p>
				<A href="/">{t("errors.home")}</A>
			</p>
		</section>
	);
}

/** Shown where an address leads to nothing. */
export function NotFound() {
	return <ErrorPage error={new Failure([{ code: "not_found" }])} />;
}

import { Failure, type Issue } from "@interurban/contract/errors";
import { directionOf } from "@interurban/contract/languages";
import type { FormState, PageRequest, PageResponse, Web } from "@interurban/contract/rendering";
import { wordsIn } from "@interurban/words/server";
import { Route, Router } from "@solidjs/router";
import { Show } from "solid-js";
import { generateHydrationScript, NoHydration, renderToStringAsync } from "solid-js/web";
import { provideRequestEvent } from "solid-js/web/storage";
import { App } from "./App.tsx";
import { type Manifest, makeAssets } from "./assets.ts";
import { variablesOf } from "./form.tsx";
import { forms } from "./forms.ts";
import texts from "./generated/texts.json";
import { escapeHtml } from "./head.tsx";
import { loadParts } from "./part.ts";
import type { Rendering } from "./request.ts";
import { plugins } from "./serialize.ts";
import { ErrorPage } from "./shell/ErrorPage.tsx";
import { Frame } from "./shell/Frame.tsx";
import { WordsContext } from "./words.ts";

await loadParts();

/** The only reasons of a failed operation for which the whole page becomes an error page. */
const fatal = new Set(["internal", "unavailable", "too_slow", "rate_limited", "invalid"]);

// The declaration knows of no options; the function takes these.
const hydrationScript = generateHydrationScript as unknown as (options: {
	nonce: string;
	eventNames: string[];
}) => string;

/**
 * The pages, ready to render.
 * @param manifest of the browser's build; null while Vite serves the modules itself
 */
export function createWeb(manifest: Manifest | null): Web {
	const assets = makeAssets(manifest);

	async function render(request: PageRequest, posted: FormState | null = null): Promise<PageResponse> {
		const form = posted && withoutPasswords(posted);
		const rendering: Rendering = {
			...request,
			execute: async (id, variables) => {
				const result = await request.execute(id, variables);
				const failed = result.issues.find((issue) => fatal.has(issue.code));
				if (failed) rendering.failure ??= failed;
				return result;
			},
			form,
			status: form?.issues.length ? statusOf(form.issues) : 200,
			redirect: null,
			head: { title: "Interurban", tags: [] },
			modules: new Set(),
			failure: request.error
				? { code: request.error }
				: request.path === "/offline"
					? { code: "offline" }
					: null,
		};
		let body = "";
		if (!rendering.failure) body = await renderBody(rendering, () => renderApp(rendering));
		if (rendering.redirect !== null) return { redirect: `/${request.language}${rendering.redirect}` };
		const { failure } = rendering;
		if (failure) {
			rendering.modules.clear();
			body = await renderBody(rendering, () => renderFailure(rendering, failure));
		}
		const isOffline = failure?.code === "offline";
		if (isOffline) for (const module of offlineModules(request.language)) rendering.modules.add(module);
		return { status: rendering.status, html: documentOf(rendering, body, !failure || isOffline) };
	}

	function documentOf(rendering: Rendering, body: string, hydrate: boolean): string {
		const { language, nonce, head, form, saveData } = rendering;
		const state = form
			? `<script type="application/json" id="form-state">${JSON.stringify(form).replaceAll("<", "\\u003c")}</script>`
			: "";
		return [
			`<!doctype html><html lang="${language}" dir="${directionOf(language)}"${saveData ? " data-save-data" : ""}>`,
			`<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`,
			`<title>${escapeHtml(head.title)}</title>`,
			assets.head(saveData ? null : language, hydrate ? rendering.modules : new Set()),
			...head.tags,
			hydrate ? hydrationScript({ nonce, eventNames: ["click", "input"] }) : "",
			`</head><body><div id="app">${body}</div>${state}`,
			hydrate ? assets.entry(nonce) : "",
			"</body></html>",
		].join("");
	}

	return {
		render: (request) => render(request),
		operations: texts,
		feed: async (request) => (await import("./feeds/feeds.ts")).feedAt(request),
		async submit(request, posted, wrong) {
			const last = (name: string) => posted.findLast(([field]) => field === name)?.[1];
			const name = last("_form") ?? "";
			const shown = forms.get(name);
			if (!shown) return render({ ...request, error: "not_found" });
			const action = last("_action") ?? null;
			const placed = shown.placeUploads?.(posted) ?? posted;
			const fields = shown.settle?.(placed) ?? placed;
			if (wrong.length) return render(request, { name, fields, issues: wrong, action });
			const form = action ? shown.actions?.[action] : shown;
			if (!form) return render(request, { name, fields, issues: [], action });
			const { variables, issues: unread } = variablesOf(form, fields);
			if (unread.length) return render(request, { name, fields, issues: unread, action });
			const { data, issues } = await request.execute(form.operation.id, variables);
			if (issues.length) return render(request, { name, fields, issues, action });
			return { redirect: `/${request.language}${form.next(data, fields) ?? request.path}` };
		},
	};
}

/** What the page for being offline runs: the service worker keeps it together with the page. */
const offlineModules = (language: string) => [
	"outbox/offline.tsx",
	...["sections", "outbox"].map((section) => `../packages/words/generated/${language}/${section}.ts`),
];

/** A password never goes back into a page. */
function withoutPasswords(form: FormState): FormState {
	return { ...form, fields: form.fields.filter(([name]) => !/password/i.test(name)) };
}

function renderBody(rendering: Rendering, code: () => unknown): Promise<string> {
	const event = {
		request: { url: `${rendering.origin}/` },
		response: { headers: new Headers() },
		locals: rendering,
	};
	return provideRequestEvent(event as never, () =>
		renderToStringAsync(
			code as () => Element,
			{
				...{ nonce: rendering.nonce, plugins, onError: () => {} },
			} as never,
		),
	);
}

const renderApp = (rendering: Rendering) => (
	<App
		language={rendering.language}
		t={wordsIn(rendering.language)}
		timeZone={rendering.timeZone}
		path={rendering.path}
	/>
);

const renderFailure = ({ language, path, origin }: Rendering, failure: Issue) => (
	<NoHydration>
		<WordsContext.Provider value={{ language, t: wordsIn(language) }}>
			<Router base={`/${language}`} url={`${origin}/${language}${path}`}>
				<Route
					path="*"
					component={() => (
						<Frame path={path} query="" viewer={null} main={() => {}}>
							<ErrorPage error={new Failure([failure])} />
							<Show when={failure.code === "offline"}>
								<div class="wrap" id="offline-outbox" />
							</Show>
						</Frame>
					)}
				/>
			</Router>
		</WordsContext.Provider>
	</NoHydration>
);

function statusOf(issues: readonly Issue[]): number {
	const codes: Partial<Record<string, number>> = {
		"auth.required": 401,
		forbidden: 403,
		not_found: 404,
		conflict: 409,
		rate_limited: 429,
		unavailable: 503,
		internal: 500,
	};
	return codes[issues[0]?.code ?? ""] ?? 422;
}

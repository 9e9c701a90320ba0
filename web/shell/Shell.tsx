import { createAsync, type RouteSectionProps, useLocation } from "@solidjs/router";
import { createEffect, createSignal, ErrorBoundary, on, onCleanup, onMount, Show, Suspense } from "solid-js";
import { useTypeAhead } from "../search/use-type-ahead.tsx";
import { Notice } from "../ui/Notice.tsx";
import { TypeAheadContext } from "../ui/SearchField.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useLanguage, useWords } from "../words.ts";
import { ErrorPage } from "./ErrorPage.tsx";
import { Frame } from "./Frame.tsx";
import { getViewer } from "./shell.data.ts";

/** What surrounds every page, and catches what goes wrong inside. */
export function Shell(props: RouteSectionProps) {
	const language = useLanguage();
	const location = useLocation();
	const viewer = createAsync(() => getViewer());
	let main: HTMLElement | undefined;

	// After a change of page within the browser, readers by keyboard and ear begin at the new page, not where they were.
	createEffect(
		on(
			() => location.pathname,
			() => main?.focus({ preventScroll: true }),
			{ defer: true },
		),
	);

	return (
		<TypeAheadContext.Provider value={useTypeAhead()}>
			<Frame
				path={location.pathname.slice(language.length + 1) || "/"}
				query={location.search}
				viewer={viewer()?.viewer ?? null}
				main={(element) => {
					main = element;
				}}
			>
				<ConnectionNotice />
				<ErrorBoundary fallback={(error) => <Failed error={error} />}>
					<Suspense fallback={<Skeleton />}>{props.children}</Suspense>
				</ErrorBoundary>
			</Frame>
		</TypeAheadContext.Provider>
	);
}

/** Where not even the page that tells of errors can be had, the way out is to load the page anew. */
function Failed(props: { error: unknown }) {
	const t = useWords();
	return (
		<ErrorBoundary
			fallback={
				<p class="wrap">
					{/* biome-ignore lint/a11y/useValidAnchor: the empty address is the page that could not be shown */}
					<a href="" rel="external">
						{t("shell.reload")}
					</a>
				</p>
			}
		>
			<Suspense fallback={<Skeleton />}>
				<ErrorPage error={props.error} />
			</Suspense>
		</ErrorBoundary>
	);
}

/** Says that the connection is gone, and that nothing is lost by it. */
function ConnectionNotice() {
	const t = useWords();
	const [online, setOnline] = createSignal(true);
	onMount(() => {
		const update = () => setOnline(navigator.onLine);
		update();
		window.addEventListener("online", update);
		window.addEventListener("offline", update);
		onCleanup(() => {
			window.removeEventListener("online", update);
			window.removeEventListener("offline", update);
		});
	});
	return (
		<Show when={!online()}>
			<Notice kind="warning" live>
				{t("shell.offline")}
			</Notice>
		</Show>
	);
}

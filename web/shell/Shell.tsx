import type { RouteSectionProps } from "@solidjs/router";
import { ErrorBoundary, Suspense } from "solid-js";
import { ErrorPage } from "./ErrorPage.tsx";

/** What surrounds every page. */
export function Shell(props: RouteSectionProps) {
	return (
		<main id="content" tabindex="-1">
			<ErrorBoundary fallback={(error) => <ErrorPage error={error} />}>
				<Suspense>{props.children}</Suspense>
			</ErrorBoundary>
		</main>
	);
}

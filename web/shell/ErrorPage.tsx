import { Failure } from "@interurban/contract/errors";
import { pageModule } from "../page.ts";

/** The page for something that did not work; loaded when something does not. */
export const ErrorPage = pageModule<{ error: unknown }>("./shell/Error.page.tsx", ["errors"]);

/** Shown where an address leads to nothing. */
export function NotFound() {
	return <ErrorPage error={new Failure([{ code: "not_found" }])} />;
}

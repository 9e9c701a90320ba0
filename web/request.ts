import type { Issue } from "@interurban/contract/errors";
import type { FormState, PageRequest } from "@interurban/contract/rendering";
import { getRequestEvent } from "solid-js/web";

/** What rendering one page on the server collects besides its markup. */
export type Rendering = PageRequest & {
	form: FormState | null;
	status: number;
	redirect: string | null;
	head: HeadTags;
	/** The page modules that were rendered, to be loaded early by the browser. */
	modules: Set<string>;
	/** Set when an operation failed for a reason that is not the reader's: the page becomes an error page. */
	failure: Issue | null;
};

export type HeadTags = { title: string; tags: string[] };

/** The page that is being rendered; only on the server, and only while rendering. */
export function currentRequest(): Rendering {
	const event = getRequestEvent() as { locals?: Rendering } | undefined;
	if (!event?.locals) throw new Error("there is no request here");
	return event.locals;
}

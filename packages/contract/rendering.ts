import type { Issue } from "./errors.ts";
import type { Language } from "./languages.ts";

/** A form as it was posted: names and values in their order. */
export type Fields = [name: string, value: string][];

/** The field in which a form without JavaScript sends files, and which describes each of them once it is kept. */
export const uploadField = "_upload";

/** What the service found out about a file that it keeps: its size in bytes, and in pixels if it is a picture. */
export type UploadedFile = {
	id: string;
	name: string;
	mediaType: string;
	size: number;
	width: number | null;
	height: number | null;
};

/** What a form's page shows after a post that did not lead on: all that was typed, and what is wrong with it. */
export type FormState = { name: string; fields: Fields; issues: Issue[]; action: string | null };

/** The answer to an operation, in the process as over HTTP. */
export type OperationResult = { data: unknown; issues: Issue[] };

/** What the pages need of a request; `api` makes it, `web` answers it. */
export type PageRequest = {
	/** Path and query below the language prefix, e.g. `/search?q=heat`. */
	path: string;
	language: Language;
	/** IANA name of the zone in which the reader is told times of day. */
	timeZone: string;
	/** The reader asked to be sent as little as possible: no fonts, no previews. */
	saveData: boolean;
	/** The public address of the service, without a trailing slash. */
	origin: string;
	requestId: string;
	/** Stands in inline scripts; replaced by the nonce before the page is sent. */
	nonce: string;
	/** Runs a persisted operation as the request's viewer. */
	execute(operationId: string, variables: object): Promise<OperationResult>;
	/** Shows the error page instead of the address's own. */
	error?:
		| "invalid"
		| "too_large"
		| "internal"
		| "too_slow"
		| "unavailable"
		| "forbidden"
		| "not_found"
		| "rate_limited";
};

/** What a feed needs of a request; nobody is signed in. */
export type FeedRequest = Pick<PageRequest, "path" | "language" | "origin" | "execute">;

/** A feed as XML, or what is in the way. */
export type FeedResponse = { xml: string } | { issue: Issue };

export type PageResponse = { status: number; html: string } | { redirect: string };

/** The built pages, as `api` loads them. */
export type Web = {
	render(request: PageRequest): Promise<PageResponse>;
	/**
	 * A posted form: runs its mutation and leads on, or shows the page again with the errors and what was typed.
	 * @param issues what is wrong with it already, such as with its files
	 */
	submit(request: PageRequest, fields: Fields, issues: Issue[]): Promise<PageResponse>;
	/** The feed at an address that ends in `.atom`. */
	feed(request: FeedRequest): Promise<FeedResponse>;
	/** Texts of the persisted operations by id. */
	operations: Record<string, string>;
};

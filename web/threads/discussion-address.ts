import { useLocation } from "@solidjs/router";
import { withNext } from "../people/next.ts";
import { pageLength } from "./threads.data.ts";

/** What is being done with a post, by the name in the address. */
export type Act = "reply" | "quote" | "edit" | "delete" | "unread" | "who" | "translate";

/** The addresses within a discussion: each of its pages and each act has one, so that all works without JavaScript. */
export function useDiscussionAddress(of: { path: string; after: () => number }) {
	const { query } = useLocation();
	const page = (after: number) => (after > 0 ? `${of.path}?after=${after}` : of.path);
	const here = () => page(of.after());
	const withQuery = (path: string, more: string) => `${path}${path.includes("?") ? "&" : "?"}${more}`;
	return {
		/** The same page without an act. */
		here: () => `${here()}#discussion`,
		page: (after: number) => `${page(after)}#discussion`,
		/** The page that holds a post, at that post. */
		post: (number: number) => `${of.path}?post=${number}#post-${number}`,
		/** Pages of which there are many: where the last one begins. */
		lastPage: (postCount: number) => Math.floor(Math.max(postCount - 1, 0) / pageLength) * pageLength,
		act: (act: Act, number: number) =>
			`${withQuery(here(), `${act}=${number}`)}#${act === "reply" || act === "quote" ? "answer" : `post-${number}`}`,
		/** The act that the address asked for when the page was opened. */
		asked(act: Act): number | null {
			const value = query[act];
			return typeof value === "string" && /^\d{1,9}$/.test(value) ? Number(value) : null;
		},
		signIn: () => withNext("/sign-in", `${here()}#answer`),
	};
}

export type DiscussionAddress = ReturnType<typeof useDiscussionAddress>;

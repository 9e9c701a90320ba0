import { LRUCache } from "lru-cache";
import type { Page } from "./pages.ts";

/** Pages that visitors asked for a moment ago, by everything that makes them different. */
export type PageCache = {
	/** The page of that key, made when there is none; who asks meanwhile waits for it. */
	page(key: string, make: () => Promise<Page>): Promise<Page>;
	/** To be called after each commit: what was read before it is not shown again. */
	forget(): void;
};

/** A page of 60 KB takes about 80 with its compressed form. */
const mostPages = 200;

/**
 * A town that is in the news, or in a newsletter, brings many visitors to the same page in the same moment: it is made
 * once for them. Only pages that were found are kept, and only until something is written.
 * @param lifetime milliseconds, for what other processes and programs write; 0 keeps nothing
 */
export function makePageCache(lifetime: number): PageCache {
	if (lifetime === 0) return { page: (_key, make) => make(), forget: () => {} };
	const pages = new LRUCache<string, Promise<Page>>({ max: mostPages, ttl: lifetime });
	return {
		async page(key, make) {
			const shared = pages.get(key);
			const known = shared && (await shared.catch(() => null));
			if (known && isFound(known)) return known;
			const made = make();
			pages.set(key, made);
			const page = await made.catch(() => null);
			if (!(page && isFound(page)) && pages.peek(key) === made) pages.delete(key);
			return made;
		},
		forget: () => pages.clear(),
	};
}

const isFound = (page: Page) => "status" in page && page.status === 200;

import { expect, test } from "vitest";
import { makePageCache } from "./page-cache.ts";
import type { Page } from "./pages.ts";

const pageOf = (status: number): Page => ({
	...{ status, nonce: "", isPublic: true },
	body: async (_request, reply) => reply,
});

/** Makes pages of a status, and counts them. */
function maker(status = 200) {
	const made: Page[] = [];
	const make = async () => {
		await new Promise((resolve) => setTimeout(resolve, 5));
		const page = pageOf(status);
		made.push(page);
		return page;
	};
	return { made, make };
}

test("a page that many ask for in one moment is made once", async () => {
	const cache = makePageCache(60_000);
	const { made, make } = maker();
	const got = await Promise.all([1, 2, 3].map(() => cache.page("de /", make)));
	expect(await cache.page("de /", make)).toBe(made[0]);
	expect(new Set(got)).toEqual(new Set(made));
	expect(made).toHaveLength(1);
});

test("what was begun before a commit is shown to nobody who asks after it", async () => {
	const cache = makePageCache(60_000);
	const { made, make } = maker();
	const begun = cache.page("de /", make);
	cache.forget();
	const after = await cache.page("de /", make);
	expect(after).not.toBe(await begun);
	expect(await cache.page("de /", make)).toBe(after);
	expect(made).toHaveLength(2);
});

test("who waits for a page that fails, or is not there, gets an answer of their own", async () => {
	const cache = makePageCache(60_000);
	const { made, make } = maker(429);
	await Promise.all([cache.page("de /search", make), cache.page("de /search", make)]);
	expect(made).toHaveLength(2);
	const failing = cache.page("de /", () => Promise.reject(new Error("away")));
	const waiting = cache.page("de /", maker().make);
	await expect(failing).rejects.toThrow("away");
	expect(await waiting).toMatchObject({ status: 200 });
});

test("without a lifetime each page is made anew", async () => {
	const cache = makePageCache(0);
	const { made, make } = maker();
	await cache.page("de /", make);
	await cache.page("de /", make);
	expect(made).toHaveLength(2);
});

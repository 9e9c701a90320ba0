import type { RouteDefinition, RoutePreloadFuncArgs } from "@solidjs/router";
import type { Component } from "solid-js";
import { isServer } from "solid-js/web";
import { type Part, type Properties, part } from "./part.ts";
import { currentRequest } from "./request.ts";

/** What a page's module may export as `preload`: begins to fetch its data before it is shown. */
export type Preload = (to: RoutePreloadFuncArgs) => unknown;

type PageModule<Props extends Properties> = { default: Component<Props>; preload?: Preload };

const pages = import.meta.glob<PageModule<Properties>>("./*/*.page.tsx");

/**
 * A page that is loaded when it is first shown, together with the sections of words that it uses.
 * @param address below the language prefix, as the router reads it: `/topics/:id`
 * @param path of its module, e.g. `./topics/Topic.page.tsx`
 */
export function page(address: string, path: string, sections: readonly string[]): RouteDefinition {
	const component = pageModule(path, sections);
	if (isServer) return { path: address, component };
	return {
		path: address,
		component,
		preload: async ({ params, location, intent }) => {
			// The address as it is now: the router's own objects tell the page left behind to who asks later.
			const to = { params: { ...params }, location: { ...location, query: { ...location.query } }, intent };
			try {
				await (await component.preload()).preload?.(to);
			} catch {
				// It fails again for the page, which says so; here nobody listens.
			}
		},
	};
}

/** The component of a page, without an address. The server's answer tells the browser to load it early. */
export function pageModule<Props extends Properties>(
	path: string,
	sections: readonly string[],
): Part<Props, PageModule<Props>> {
	const load = pages[path] as (() => Promise<PageModule<Props>>) | undefined;
	if (!load) throw new Error(`there is no page ${path}`);
	const Page = part<Props, PageModule<Props>>(load, sections);
	if (!isServer) return Page;
	const component = (props: Props) => {
		const { modules, language } = currentRequest();
		modules.add(path.slice(2));
		for (const section of ["sections", ...sections])
			modules.add(`../packages/words/generated/${language}/${section}.ts`);
		return Page(props);
	};
	return Object.assign(component, { preload: Page.preload });
}

import { type Component, lazy } from "solid-js";
import { isServer } from "solid-js/web";
import { currentRequest } from "./request.ts";
import { loadWords } from "./words.ts";

type PageModule = { default: Component };

const pages: Record<string, () => Promise<PageModule>> = import.meta.glob<PageModule>("./*/*.page.tsx");

/**
 * A page that is loaded when it is first shown, together with the sections of words it uses.
 * @param path of its module, e.g. `./topics/Topic.page.tsx`
 */
export function page(
	path: string,
	sections: readonly string[],
): Component & { preload: () => Promise<unknown> } {
	const load = pages[path];
	if (!load) throw new Error(`there is no page ${path}`);
	if (isServer) {
		const Page = lazy(load);
		return Object.assign(
			(props: object) => {
				const request = currentRequest();
				request.modules.add(path.slice(2));
				request.modules.add(`../packages/words/generated/${request.language}/sections.ts`);
				for (const section of sections)
					request.modules.add(`../packages/words/generated/${request.language}/${section}.ts`);
				return Page(props);
			},
			{ preload: Page.preload },
		);
	}
	return lazy(async () => {
		const [module] = await Promise.all([load(), loadWords(document.documentElement.lang, sections)]);
		return module;
	});
}

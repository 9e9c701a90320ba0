import { type Component, lazy } from "solid-js";
import { isServer } from "solid-js/web";
import { loadWords } from "./words.ts";

// biome-ignore lint/suspicious/noExplicitAny: as Solid has it
export type Properties = Record<string, any>;

/** A component that is loaded when it is first shown, or earlier by `preload`. */
export type Part<Props extends Properties, Module = { default: Component<Props> }> = Component<Props> & {
	preload: () => Promise<Module>;
};

const onServer: (() => Promise<unknown>)[] = [];

/** A part of a page that the browser loads when it is first shown, with the sections of words that it needs. */
export function part<Props extends Properties, Module extends { default: Component<Props> }>(
	load: () => Promise<Module & { default: Component<Props> }>,
	sections: readonly string[] = [],
): Part<Props, Module> {
	if (!isServer)
		return lazy(async () => {
			const [module] = await Promise.all([load(), loadWords(document.documentElement.lang, sections)]);
			return module;
		}) as Part<Props, Module>;
	const component = lazy(load) as Part<Props, Module>;
	onServer.push(component.preload);
	return component;
}

/** Loads all parts and pages, on the server: so the first reader of each gets what all others get. */
export async function loadParts(): Promise<void> {
	for (let next = onServer.splice(0); next.length; next = onServer.splice(0))
		await Promise.all(next.map((load) => load()));
}

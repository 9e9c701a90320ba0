import { lazy } from "solid-js";
import { isServer } from "solid-js/web";
import type { TextFields } from "../topics/written.ts";
import { WhenIdle } from "../ui/WhenIdle.tsx";
import { loadWords } from "../words.ts";

const OfferedSimilar = lazy(async () => {
	if (!isServer) await loadWords(document.documentElement.lang, ["similar"]);
	return import("./OfferedSimilar.tsx");
});
const AskedSimilar = isServer ? lazy(() => import("./AskedSimilar.tsx")) : null;

/**
 * What there is already like that which somebody is writing in the form around it: shown while they write, without
 * JavaScript by a button.
 */
export function WhatThereIs(props: TextFields) {
	return (
		<WhenIdle before={AskedSimilar && <AskedSimilar {...props} />}>
			<OfferedSimilar {...props} />
		</WhenIdle>
	);
}

import { isServer } from "solid-js/web";
import { part } from "../part.ts";
import type { TextFields } from "../topics/written.ts";
import { WhenIdle } from "../ui/WhenIdle.tsx";

const OfferedSimilar = part(() => import("./OfferedSimilar.tsx"), ["similar"]);
const AskedSimilar = isServer ? part(() => import("./AskedSimilar.tsx")) : null;

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

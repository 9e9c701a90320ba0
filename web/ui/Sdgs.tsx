import { For, Show } from "solid-js";
import { useWords } from "../words.ts";
import { useAddress } from "./address.ts";

export interface Sdg {
	/** 1 to 17. */
	number: number;
	/** The goal's name in the reader's language. */
	label: string;
	href?: string | undefined;
}

/** A Sustainable Development Goal as a numeral on its colour; a link where it has an address. */
export function SdgTile(props: Sdg) {
	const t = useWords();
	const address = useAddress();
	const name = () => t("ui.sdg", { number: String(props.number), label: props.label });
	return (
		<Show
			when={props.href}
			fallback={
				<span class={`sdg sdg-${props.number}`} role="img" aria-label={name()} title={name()}>
					{props.number}
				</span>
			}
		>
			{(href) => (
				<a class={`sdg sdg-${props.number}`} href={address(href())} aria-label={name()} title={name()}>
					{props.number}
				</a>
			)}
		</Show>
	);
}

/** The goals a thing serves. */
export function SdgTiles(props: { sdgs: readonly Sdg[] }) {
	return (
		<ul class="sdgs">
			<For each={props.sdgs}>
				{(sdg) => (
					<li>
						<SdgTile {...sdg} />
					</li>
				)}
			</For>
		</ul>
	);
}

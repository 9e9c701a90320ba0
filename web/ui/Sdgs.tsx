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

/** The colours of the United Nations' guidelines, by number. */
const colours = [
	"#e5243b",
	"#dda63a",
	"#4c9f38",
	"#c5192d",
	"#ff3a21",
	"#26bde2",
	"#fcc30b",
	"#a21942",
	"#fd6925",
	"#dd1367",
	"#fd9d24",
	"#bf8b2e",
	"#3f7e44",
	"#0a97d9",
	"#56c02b",
	"#00689d",
	"#19486a",
];

/** Where white numerals have the better contrast. */
const dark = new Set([1, 4, 8, 10, 13, 16, 17]);

/** A Sustainable Development Goal as a numeral on its colour; a link where it has an address. */
export function SdgTile(props: Sdg) {
	const t = useWords();
	const address = useAddress();
	const name = () => t("ui.sdg", { number: String(props.number), label: props.label });
	const style = () => ({ "--sdg": colours[props.number - 1] });
	return (
		<Show
			when={props.href}
			fallback={
				<span
					class="sdg"
					classList={{ "sdg-dark": dark.has(props.number) }}
					style={style()}
					role="img"
					aria-label={name()}
					title={name()}
				>
					{props.number}
				</span>
			}
		>
			{(href) => (
				<a
					class="sdg"
					classList={{ "sdg-dark": dark.has(props.number) }}
					style={style()}
					href={address(href())}
					aria-label={name()}
					title={name()}
				>
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

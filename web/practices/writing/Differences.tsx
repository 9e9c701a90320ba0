import { directionOf } from "@interurban/contract/languages";
import { For, Match, Switch } from "solid-js";
import { useWords } from "../../words.ts";
import type { Part } from "./fields.ts";
import { partWord } from "./part-words.ts";

type Difference = {
	field: Part;
	pieces: readonly { change: "same" | "added" | "removed"; text: string }[];
};

/** Word by word, what was taken out and what was put in; said in words too, for those who do not see the marks. */
export function Pieces(props: { pieces: Difference["pieces"]; lang?: string | undefined }) {
	const t = useWords();
	return (
		<p class="pieces" lang={props.lang} dir={props.lang ? directionOf(props.lang) : "auto"}>
			<For each={props.pieces}>
				{(piece) => (
					<Switch fallback={piece.text}>
						<Match when={piece.change === "removed"}>
							<del>
								<span class="visually-hidden">{t("practice_edit.removed")} </span>
								{piece.text}
								<span class="visually-hidden"> {t("practice_edit.changeEnd")}</span>
							</del>
						</Match>
						<Match when={piece.change === "added"}>
							<ins>
								<span class="visually-hidden">{t("practice_edit.added")} </span>
								{piece.text}
								<span class="visually-hidden"> {t("practice_edit.changeEnd")}</span>
							</ins>
						</Match>
					</Switch>
				)}
			</For>
		</p>
	);
}

/** What differs between two revisions, part by part. */
export function Differences(props: { differences: readonly Difference[]; lang?: string | undefined }) {
	const t = useWords();
	return (
		<For each={props.differences}>
			{(difference) => (
				<section class="section" aria-labelledby={`difference-${difference.field}`}>
					<header>
						<h2 id={`difference-${difference.field}`}>{partWord(t, difference.field)}</h2>
					</header>
					<Pieces pieces={difference.pieces} lang={props.lang} />
				</section>
			)}
		</For>
	);
}

import { For, Show } from "solid-js";
import { useTownName } from "../places/towns.ts";
import { linkOf } from "../search/thing-link.ts";
import { useAddress } from "../ui/address.ts";
import { useWords } from "../words.ts";
import type { SimilarThing } from "./similar.data.ts";

/** Things that are like the one that is being written, each to be opened beside the form. */
export function SimilarList(props: { found: readonly SimilarThing[] }) {
	const t = useWords();
	const townName = useTownName();
	const address = useAddress();
	const town = ({ thing }: SimilarThing) => ("place" in thing ? thing.place : null);
	return (
		<>
			<p class="hint">{t("similar.hint")}</p>
			<ul class="plain">
				<For each={props.found}>
					{(hit) => {
						const link = linkOf(hit.thing);
						return (
							<li>
								<a href={address(link.href)} target="_blank" rel="noopener">
									<bdi lang={link.lang}>{link.title}</bdi>
									<span class="visually-hidden"> ({t("similar.new_tab")})</span>
								</a>
								<ul class="meta dotted">
									<li>{t(`similar.${hit.kind as "practice" | "thread" | "challenge"}`)}</li>
									<Show when={town(hit)}>{(place) => <li>{townName(place())}</li>}</Show>
								</ul>
							</li>
						);
					}}
				</For>
			</ul>
		</>
	);
}

import { For, type JSX } from "solid-js";

/** The line under the masthead that says what this page is, of when and where: "Practice 214 · checked 3 Nov · Aachen". */
export function Dateline(props: { items: JSX.Element[] }) {
	return (
		<div class="dateline">
			<ul class="wrap dotted">
				<For each={props.items}>{(item) => <li>{item}</li>}</For>
			</ul>
		</div>
	);
}

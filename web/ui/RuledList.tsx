import { For, type JSX, Show } from "solid-js";
import { Link } from "./Link.tsx";

/** A list with a rule under each item. `long` lets the browser skip what is out of view. */
export function RuledList<T>(props: {
	items: readonly T[];
	long?: boolean;
	ordered?: boolean;
	children: (item: T, index: () => number) => JSX.Element;
}) {
	const items = () => <For each={props.items}>{(item, index) => <li>{props.children(item, index)}</li>}</For>;
	return (
		<Show
			when={props.ordered}
			fallback={
				<ul class="ruled" classList={{ "ruled-long": props.long === true }}>
					{items()}
				</ul>
			}
		>
			<ol class="ruled" classList={{ "ruled-long": props.long === true }}>
				{items()}
			</ol>
		</Show>
	);
}

/** What a ruled item usually holds: a linked title, a line of text, a line of details, something at the end. */
export function RuledItem(props: {
	href: string;
	/** Plain text: what stands in a `<bdi>` would not count for the direction of the title. */
	title: string;
	/** BCP 47 tag of the title and text where it is not the page's. */
	lang?: string | undefined;
	kicker?: JSX.Element;
	text?: JSX.Element;
	/** A further line below the text. */
	note?: JSX.Element;
	/** Details, parted by dots. */
	meta?: readonly JSX.Element[];
	aside?: JSX.Element;
}) {
	return (
		<>
			<Show when={props.kicker}>{(kicker) => <div class="kicker">{kicker()}</div>}</Show>
			<h3 lang={props.lang} dir="auto">
				<Link href={props.href}>{props.title}</Link>
			</h3>
			<Show when={props.text}>
				{(text) => (
					<p lang={props.lang} dir="auto">
						{text()}
					</p>
				)}
			</Show>
			{props.note}
			<Show when={props.meta}>
				{(meta) => (
					<ul class="meta dotted">
						<For each={meta()}>{(part) => <li>{part}</li>}</For>
					</ul>
				)}
			</Show>
			<Show when={props.aside}>{(aside) => <div class="ruled-aside">{aside()}</div>}</Show>
		</>
	);
}

import { children, type JSX, Show } from "solid-js";

/**
 * The grid of a page inside `<main>`: headline block, margin and body. On a phone the margin stands between the two, or
 * after them with `marginLast`. `marginFirst` puts the margin before the article, as filters on a search page.
 */
export function Page(props: {
	dateline?: JSX.Element;
	head: JSX.Element;
	margin?: JSX.Element;
	marginFirst?: boolean;
	marginLast?: boolean;
	children: JSX.Element;
}) {
	const margin = children(() => props.margin);
	const aside = () => (
		<Show when={margin()}>
			<div class="page-margin">{margin()}</div>
		</Show>
	);
	return (
		<>
			{props.dateline}
			<div
				class="wrap page"
				classList={{ "with-margin": margin() !== undefined, "margin-first": props.marginFirst === true }}
			>
				<div class="page-head">{props.head}</div>
				<Show when={!props.marginLast}>{aside()}</Show>
				<div class="page-body">{props.children}</div>
				<Show when={props.marginLast}>{aside()}</Show>
			</div>
		</>
	);
}

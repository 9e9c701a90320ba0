import { children, type JSX, Show } from "solid-js";

/**
 * The grid of a page inside `<main>`: headline block, margin and body. On a phone the margin stands between the two.
 * `marginFirst` puts the margin before the article, as filters on a search page.
 */
export function Page(props: {
	dateline?: JSX.Element;
	head: JSX.Element;
	margin?: JSX.Element;
	marginFirst?: boolean;
	children: JSX.Element;
}) {
	const margin = children(() => props.margin);
	return (
		<>
			{props.dateline}
			<div
				class="wrap page"
				classList={{ "with-margin": margin() !== undefined, "margin-first": props.marginFirst === true }}
			>
				<div class="page-head">{props.head}</div>
				<Show when={margin()}>
					<div class="page-margin">{margin()}</div>
				</Show>
				<div class="page-body">{props.children}</div>
			</div>
		</>
	);
}

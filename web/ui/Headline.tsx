import { type JSX, Show } from "solid-js";

/** The headline of a page. `plain` is the smaller one of lists and forms. */
export function Headline(props: {
	children: JSX.Element;
	/** Above the headline, as the topics of a practice. */
	kicker?: JSX.Element;
	/** BCP 47 tag where it is not the page's. */
	lang?: string | undefined;
	plain?: boolean;
}) {
	return (
		<div class="headline" classList={{ "headline-plain": props.plain === true }}>
			<Show when={props.kicker}>{(kicker) => <div class="kicker">{kicker()}</div>}</Show>
			<h1 lang={props.lang} dir={props.lang ? "auto" : undefined}>
				{props.children}
			</h1>
		</div>
	);
}

/** The sentence or two under the headline that say it all. */
export function Lead(props: { children: JSX.Element; lang?: string | undefined }) {
	return (
		<p class="lead" lang={props.lang} dir={props.lang ? "auto" : undefined}>
			{props.children}
		</p>
	);
}

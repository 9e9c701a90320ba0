import type { JSX } from "solid-js";

/** A part of a page under a ruled heading. `id` is its anchor; `aside` stands at the end of the heading's line. */
export function Section(props: {
	title: JSX.Element;
	id: string;
	aside?: JSX.Element;
	children: JSX.Element;
}) {
	return (
		<section class="section" id={props.id} aria-labelledby={`${props.id}-title`}>
			<header>
				<h2 id={`${props.id}-title`}>{props.title}</h2>
				{props.aside}
			</header>
			{props.children}
		</section>
	);
}

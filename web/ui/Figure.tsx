import type { JSX } from "solid-js";

/** A picture with its caption. Width and height in pixels keep its place while it loads. */
export function Figure(props: {
	src: string;
	alt: string;
	width: number;
	height: number;
	caption?: JSX.Element;
	/** Who made it and under which licence. */
	credit?: JSX.Element;
	/** The picture at the top of a page is loaded at once. */
	first?: boolean;
}) {
	return (
		<figure class="figure">
			<img
				src={props.src}
				alt={props.alt}
				width={props.width}
				height={props.height}
				loading={props.first ? undefined : "lazy"}
				decoding="async"
			/>
			<figcaption>
				{props.caption} <small>{props.credit}</small>
			</figcaption>
		</figure>
	);
}

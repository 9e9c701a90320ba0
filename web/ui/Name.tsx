import type { JSX } from "solid-js";

/** A name of a person, place or organisation, kept apart from the direction of the text around it. */
export function Name(props: { lang?: string | undefined; children: JSX.Element }) {
	return <bdi lang={props.lang}>{props.children}</bdi>;
}

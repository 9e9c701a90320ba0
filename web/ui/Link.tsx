import type { JSX } from "solid-js";
import { useAddress } from "./address.ts";

/** A link. `href` is a path below the language prefix, or any other address. The router follows it without loading. */
export function Link(props: {
	href: string;
	class?: string | undefined;
	rel?: string | undefined;
	lang?: string | undefined;
	/** Whether it leads to this very page; "true" for one among others that is in force. */
	current?: boolean | "true" | undefined;
	/** Instead of the content, where that does not say enough. */
	label?: string | undefined;
	children: JSX.Element;
}) {
	const address = useAddress();
	return (
		<a
			href={address(props.href)}
			class={props.class}
			rel={props.rel}
			lang={props.lang}
			aria-current={props.current === true ? "page" : props.current || undefined}
			aria-label={props.label}
		>
			{props.children}
		</a>
	);
}

import type { JSX } from "solid-js";
import { useAddress } from "../ui/address.ts";

/** A link that does its work on the page where there is JavaScript, and else leads to the page that offers it. */
export function ActionLink(props: {
	href: string;
	/** Id of what it is about. */
	about?: string;
	onChoose: () => void;
	children: JSX.Element;
}) {
	const address = useAddress();
	const choose = (event: MouseEvent) => {
		if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
		event.preventDefault();
		props.onChoose();
	};
	return (
		<a
			href={address(props.href)}
			rel="nofollow"
			aria-describedby={props.about ? `${props.about}-by` : undefined}
			on:click={choose}
		>
			{props.children}
		</a>
	);
}

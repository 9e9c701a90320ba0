import type { JSX } from "solid-js";
import { useAddress } from "./address.ts";

export type ButtonKind = "primary" | "secondary" | "danger" | "quiet";

const classes: Record<ButtonKind, string> = {
	primary: "button button-primary",
	secondary: "button",
	danger: "button button-danger",
	quiet: "button button-quiet",
};

/**
 * A button. Without `onClick` it submits its form. `name` and `value` say which button was pressed.
 * `busy` keeps it focusable but inert while its work runs.
 */
export function Button(props: {
	kind?: ButtonKind | undefined;
	type?: "submit" | "button" | undefined;
	onClick?: ((event: MouseEvent) => void) | undefined;
	name?: string | undefined;
	value?: string | undefined;
	/** Id of the form when the button stands outside it. */
	form?: string | undefined;
	/** Submits without the browser's own checks: drafts, "add row". */
	unchecked?: boolean | undefined;
	busy?: boolean | undefined;
	disabled?: boolean | undefined;
	id?: string | undefined;
	/** Id of the popover that the button opens. */
	opens?: string | undefined;
	describedBy?: string | undefined;
	children: JSX.Element;
}) {
	return (
		<button
			class={classes[props.kind ?? "secondary"]}
			id={props.id}
			disabled={props.disabled}
			type={props.type ?? (props.onClick || props.opens ? "button" : "submit")}
			name={props.name}
			value={props.value}
			form={props.form}
			formnovalidate={props.unchecked}
			popovertarget={props.opens}
			aria-disabled={props.busy ? "true" : undefined}
			aria-describedby={props.describedBy}
			onClick={(event) => {
				if (props.busy) event.preventDefault();
				else props.onClick?.(event);
			}}
		>
			{props.children}
		</button>
	);
}

/** A link that looks like a button: it leads somewhere, it does nothing. */
export function LinkButton(props: {
	href: string;
	kind?: ButtonKind | undefined;
	rel?: string | undefined;
	/** Saves instead of opening; the text is the proposed file name. */
	download?: string | undefined;
	children: JSX.Element;
}) {
	const address = useAddress();
	return (
		<a
			class={classes[props.kind ?? "secondary"]}
			href={address(props.href)}
			rel={props.rel}
			download={props.download}
		>
			{props.children}
		</a>
	);
}

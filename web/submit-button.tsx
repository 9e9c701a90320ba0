import type { JSX } from "solid-js";
import { useForm } from "./form.tsx";
import { Button, type ButtonKind } from "./ui/Button.tsx";

/** Sends the form that it stands in, and is inert while that is on its way. */
export function SubmitButton(props: { kind?: ButtonKind; children: JSX.Element }) {
	const { busy } = useForm();
	return (
		<Button kind={props.kind ?? "primary"} busy={busy()}>
			{props.children}
		</Button>
	);
}

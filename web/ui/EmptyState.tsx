import { type JSX, Show } from "solid-js";
import { LinkButton } from "./Button.tsx";

/** Nothing is here: why, and the one thing to do next. */
export function EmptyState(props: {
	title: string;
	/** Whether it is all that the page has below its own title. */
	whole?: boolean;
	children?: JSX.Element;
	action?: { href: string; label: string } | undefined;
}) {
	return (
		<div class="empty">
			<Show when={props.whole} fallback={<h3>{props.title}</h3>}>
				<h2>{props.title}</h2>
			</Show>
			<Show when={props.children}>{(text) => <p>{text()}</p>}</Show>
			<Show when={props.action}>
				{(action) => (
					<LinkButton href={action().href} kind="primary">
						{action().label}
					</LinkButton>
				)}
			</Show>
		</div>
	);
}

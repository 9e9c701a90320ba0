import { Failure, type Issue } from "@interurban/contract/errors";
import { useLocation } from "@solidjs/router";
import { createSignal, type JSX, Show, Suspense } from "solid-js";
import { execute, type Operation } from "../execute.ts";
import { part } from "../part.ts";
import { postedState } from "../posted.ts";

const PressIssues = part(() => import("./PressIssues.tsx"));

/**
 * A form of hidden fields and buttons alone, as many stand on a page that is mostly read: much lighter than `Form`, which
 * deals with it where there is no JavaScript.
 */
export function PressForm<Data, Variables extends object>(props: {
	operation: Operation<Data, Variables>;
	/** Tells apart several on one page. */
	key: string;
	/** What is sent when a button of that value is pressed. */
	variables: (value: string) => Variables;
	onDone: (data: Data) => void;
	class?: string;
	ref?: (element: HTMLFormElement) => void;
	children: JSX.Element;
}) {
	const location = useLocation();
	// Neither changes while it is shown.
	const { operation, key } = props;
	const [issues, setIssues] = createSignal<readonly Issue[]>(postedState(operation.name, key)?.issues ?? []);
	let isBusy = false;
	const press = async (event: SubmitEvent) => {
		event.preventDefault();
		if (isBusy) return;
		isBusy = true;
		try {
			const { value } = event.submitter as HTMLButtonElement;
			props.onDone(await execute(operation, props.variables(value)));
			setIssues([]);
		} catch (error) {
			if (!(error instanceof Failure)) throw error;
			setIssues(error.issues);
		} finally {
			isBusy = false;
		}
	};
	return (
		<form
			method="post"
			action={`${location.pathname}${location.search}`}
			class={props.class}
			onSubmit={press}
			ref={(element) => props.ref?.(element)}
		>
			<input type="hidden" name="_form" value={operation.name} />
			<input type="hidden" name="_key" value={key} />
			{props.children}
			<Show when={issues().length}>
				<Suspense>
					<PressIssues issues={issues()} />
				</Suspense>
			</Show>
		</form>
	);
}

import { For, type JSX } from "solid-js";

export interface Fact {
	label: string;
	value: JSX.Element;
}

/** Facts under a heavy rule: in the margin of a wide page, in a strip on a phone. */
export function FactList(props: { facts: readonly Fact[] }) {
	return (
		<dl class="facts">
			<For each={props.facts}>
				{(fact) => (
					<div>
						<dt>{fact.label}</dt>
						<dd>{fact.value}</dd>
					</div>
				)}
			</For>
		</dl>
	);
}

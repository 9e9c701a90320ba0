import { For } from "solid-js";
import { Time } from "../ui/Time.tsx";
import { useWords } from "../words.ts";
import type { FullConversation } from "./messages.data.ts";

type Trace = FullConversation["traces"][number];

/** Who came, went or gave a name, behind the message of a number. */
export function Traces(props: { traces: readonly Trace[]; number: number }) {
	const t = useWords();
	const words = ({ kind, actor, person, name }: Trace) => {
		const about = { actor: actor.name, person: person?.name ?? "" };
		if (kind !== "named") return t(`messages.trace_${kind}`, about);
		return name ? t("messages.trace_named", { ...about, name }) : t("messages.trace_unnamed", about);
	};
	return (
		<For each={props.traces.filter(({ afterNumber }) => afterNumber === props.number)}>
			{(trace) => (
				<li class="trace meta dotted">
					<span dir="auto">{words(trace)}</span>
					<Time value={trace.createdAt} format="datetime" />
				</li>
			)}
		</For>
	);
}

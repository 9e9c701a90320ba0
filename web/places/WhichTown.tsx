import { Show } from "solid-js";
import { useForm } from "../form.tsx";
import { part } from "../part.ts";
import { useFieldSource } from "../ui/field-source.ts";

const TownChoices = part(() => import("./TownChoices.tsx"), ["which_town"]);

/** Below a field for a town: when several bear the typed name, one is picked from a list. */
export function WhichTown(props: {
	/** Of the field. */
	name: string;
}) {
	const { issues } = useForm();
	const source = useFieldSource();
	const typed = () => {
		const issue = issues().find(({ code, field }) => code === "places.ambiguous" && field === props.name);
		return issue ? String(issue.args?.name ?? source.value(`${props.name}Text`)) : "";
	};
	return <Show when={typed()}>{(text) => <TownChoices name={props.name} typed={text()} />}</Show>;
}

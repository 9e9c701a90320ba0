import { createEffect, type JSX, untrack } from "solid-js";
import IconOpen from "~icons/lucide/chevron-down";
import { useForm } from "../../form.tsx";
import { useFieldSource } from "../../ui/field-source.ts";
import { useWords } from "../../words.ts";
import { useWriting } from "./context.ts";
import { type Part, partOf } from "./fields.ts";

/** A section that may stay empty: closed until it holds something, or something in it is wrong. */
export function OptionalPart(props: {
	id: string;
	title: string;
	parts: readonly Part[];
	children: JSX.Element;
}) {
	const t = useWords();
	const writing = useWriting();
	const { issues } = useForm();
	const source = useFieldSource();
	const isIn = (name: string | undefined) => {
		const part = name ? partOf(name) : null;
		return part !== null && props.parts.includes(part);
	};
	const filled = () =>
		new Set(
			writing
				.fields()
				.filter(([name, value]) => value.trim() !== "" && isIn(name))
				.map(([name]) => partOf(name)),
		).size;
	const isWrong = () => issues().some(({ field }) => isIn(field));
	const isActedOn = () => isIn(/^(?:add|remove|take):(.*)$/.exec(source.action() ?? "")?.[1]);
	let element: HTMLDetailsElement | undefined;
	createEffect(() => {
		if (isWrong() && element) element.open = true;
	});
	return (
		<details
			ref={element}
			class="form-part"
			id={props.id}
			open={untrack(() => filled() > 0 || isWrong() || isActedOn())}
		>
			<summary>
				<h2>{props.title}</h2>
				<span class="meta">
					{filled() ? t("practice_form.partFilled", { count: filled() }) : t("ui.optional")}
				</span>
				<IconOpen class="icon" aria-hidden="true" />
			</summary>
			<div class="form-part-body">{props.children}</div>
		</details>
	);
}

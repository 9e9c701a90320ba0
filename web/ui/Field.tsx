import { createMemo, type JSX, Show, untrack } from "solid-js";
import IconError from "~icons/lucide/circle-alert";
import { useWords } from "../words.ts";
import { useFieldSource } from "./field-source.ts";

/** What every field takes. `name` is the path of the variable it posts, e.g. `input.blocks.0.name`. */
export interface FieldProps {
	name: string;
	label: string;
	hint?: string | undefined;
	/** What is wrong, in words; by default what the form around it says. */
	error?: string | undefined;
	/** A field that is not required says so beside its label. */
	required?: boolean | undefined;
	/** Only when a page has two fields of one name. */
	id?: string | undefined;
}

/** The id of a field's control, from its name: what an error summary links to. */
export function fieldId(name: string): string {
	return `field-${name.replace(/[^\p{L}\p{N}_-]+/gu, "-")}`;
}

/** What a control needs to know of its field. */
export function useField(props: FieldProps) {
	const source = useFieldSource();
	source.register(props.name, props.label);
	const id = () => props.id ?? fieldId(props.name);
	const error = () => props.error ?? source.error(props.name);
	return {
		source,
		id,
		error,
		invalid: () => (error() ? ("true" as const) : undefined),
		/** The ids that `aria-describedby` names: hint, error, and whatever else describes the control. */
		describedBy: (more?: string) =>
			[props.hint && `${id()}-hint`, error() && `${id()}-error`, more].filter(Boolean).join(" ") || undefined,
		/** What the control starts with. A row that moves up changes names, which must not undo what was typed. */
		value: (first: () => string | undefined) => {
			const value = createMemo(() => {
				const start = first();
				return untrack(() => source.value(props.name, start));
			});
			return value;
		},
	};
}

export type FieldState = ReturnType<typeof useField>;

/** "(optional)" behind the label of a field that may stay empty. */
export function Optional(props: { when: boolean }) {
	const t = useWords();
	return (
		<Show when={props.when}>
			{" "}
			<span class="optional">({t("ui.optional")})</span>
		</Show>
	);
}

/** Hint and error of a field or a group, with the ids that `describedBy` names. */
export function HintAndError(props: { hint?: string | undefined; state: FieldState }) {
	const t = useWords();
	return (
		<>
			<Show when={props.hint}>
				<p class="hint" id={`${props.state.id()}-hint`}>
					{props.hint}
				</p>
			</Show>
			<Show when={props.state.error()}>
				<p class="field-error" id={`${props.state.id()}-error`}>
					<IconError />
					<span>
						<span class="visually-hidden">{t("ui.error")} </span>
						{props.state.error()}
					</span>
				</p>
			</Show>
		</>
	);
}

/** The frame around one control: label, hint, error, control. */
export function Field(props: { of: FieldProps; state: FieldState; children: JSX.Element }) {
	return (
		<div class="field" classList={{ "has-error": props.state.error() !== undefined }}>
			<label class="label" for={props.state.id()}>
				{props.of.label}
				<Optional when={!props.of.required} />
			</label>
			<HintAndError hint={props.of.hint} state={props.state} />
			{props.children}
		</div>
	);
}

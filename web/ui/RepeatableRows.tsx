import { createSignal, For, type JSX, Show, untrack } from "solid-js";
import IconPlus from "~icons/lucide/plus";
import { useWords } from "../words.ts";
import { Button } from "./Button.tsx";
import { fieldId } from "./Field.tsx";
import { type FieldSource, FieldSourceContext, useFieldSource } from "./field-source.ts";
import { announce } from "./LiveRegion.tsx";

/** One row: what it starts with, and the index it was posted under when the form is shown again. */
interface Row<T> {
	start: T | undefined;
	posted: number;
}

/**
 * Any number of like rows. With JavaScript rows come and go in place; without it the buttons submit the form as
 * `_action` = `add:<name>` or `remove:<name>.<index>`, and the server shows the page again.
 * Names of the fields in a row are made by `at`, e.g. `at("name")` is `input.blocks.0.name`.
 */
export function RepeatableRows<T>(props: {
	/** Path of the list, e.g. `input.blocks`. */
	name: string;
	/** What the rows start with. */
	rows?: readonly T[] | undefined;
	/** Empty rows that are there from the start when nothing else is; 1 by default. */
	spare?: number | undefined;
	/** 50 by default; 0 for rows that can only be changed and removed. */
	max?: number | undefined;
	/** Names a row, counted from 1: "Building block 2". */
	label: (number: number) => string;
	addLabel?: string | undefined;
	/** Is given the way to add a row that begins with something, as with an uploaded file. */
	adding?: ((add: (start: T) => void) => void) | undefined;
	children: (at: (field: string) => string, start: T | undefined) => JSX.Element;
}) {
	const t = useWords();
	const source = useFieldSource();
	const [rows, setRows] = createSignal(untrack(() => firstRows(source, props)));
	let list: HTMLDivElement | undefined;

	const focusRow = (index: number) => {
		const row = list?.children[Math.min(index, rows().length - 1)];
		row?.querySelector<HTMLElement>("input:not([type=hidden]), textarea, select")?.focus();
	};
	/** Scripts that watch the form, as those of a draft, learn of it as of any input. */
	const tell = () => list?.dispatchEvent(new Event("input", { bubbles: true }));
	const append = (start: T | undefined) => {
		setRows([...rows(), { start, posted: -1 }]);
		tell();
		announce(t("ui.rowAdded", { row: props.label(rows().length) }));
	};
	const add = (event: MouseEvent) => {
		event.preventDefault();
		append(undefined);
		focusRow(rows().length - 1);
	};
	const remove = (event: MouseEvent, index: number) => {
		event.preventDefault();
		setRows(rows().filter((_, other) => other !== index));
		focusRow(index);
		tell();
		announce(t("ui.rowRemoved", { row: props.label(index + 1) }));
	};

	untrack(() => props.adding?.(append));

	return (
		<div class="rows">
			<div class="rows" ref={list}>
				<For each={rows()}>
					{(row, index) => (
						<fieldset class="repeated">
							<legend>{props.label(index() + 1)}</legend>
							<FieldSourceContext.Provider value={shifted(source, props.name, index, row.posted)}>
								{props.children((field) => `${props.name}.${index()}.${field}`, row.start)}
							</FieldSourceContext.Provider>
							<div>
								<Button
									kind="quiet"
									type="submit"
									name="_action"
									value={`remove:${props.name}.${index()}`}
									unchecked
									onClick={(event) => remove(event, index())}
								>
									{t("ui.removeRow", { row: props.label(index() + 1) })}
								</Button>
							</div>
						</fieldset>
					)}
				</For>
			</div>
			<Show when={props.max !== 0}>
				<div>
					<Button
						type="submit"
						name="_action"
						value={`add:${props.name}`}
						id={`${fieldId(props.name)}-add`}
						unchecked
						disabled={rows().length >= (props.max ?? 50)}
						onClick={add}
					>
						<IconPlus />
						{props.addLabel ?? t("ui.addRow")}
					</Button>
				</div>
			</Show>
		</div>
	);
}

/** The rows to begin with: those posted, changed as the pressed button says, or the given ones and the spare ones. */
function firstRows<T>(
	source: FieldSource,
	props: { name: string; rows?: readonly T[] | undefined; spare?: number | undefined },
): Row<T>[] {
	const given = props.rows ?? [];
	const posted = source.rows(props.name);
	if (posted === undefined) {
		const count = Math.max(given.length, props.spare ?? 1);
		return Array.from({ length: count }, (_, index) => ({ start: given[index], posted: index }));
	}
	const action = source.action() ?? "";
	const rows: Row<T>[] = Array.from({ length: posted }, (_, index) => ({ start: undefined, posted: index }));
	if (action === `add:${props.name}`) rows.push({ start: undefined, posted: posted });
	if (action.startsWith(`remove:${props.name}.`)) {
		const removed = Number(action.slice(`remove:${props.name}.`.length));
		return rows.filter((row) => row.posted !== removed);
	}
	return rows;
}

/** What the form knows of a row that was posted under another index than it has now. */
function shifted(source: FieldSource, list: string, index: () => number, posted: number): FieldSource {
	const before = (name: string) => {
		const prefix = `${list}.${index()}.`;
		return name.startsWith(prefix) ? `${list}.${posted}.${name.slice(prefix.length)}` : name;
	};
	return {
		value: (name, first) => source.value(before(name), first),
		values: (name, first) => source.values(before(name), first),
		rows: (name) => source.rows(before(name)),
		error: source.error,
		action: source.action,
		register: source.register,
	};
}

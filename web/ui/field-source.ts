import { createContext, useContext } from "solid-js";

/** What a form knows of its fields when the server shows it again: what was typed, and what is wrong with it. */
export interface FieldSource {
	/** What was typed into a field, or else its first value. */
	value(name: string, first?: string | number | null): string;
	/** Every value posted under a name, or else the first ones. */
	values(name: string, first?: readonly string[]): readonly string[];
	/** What is wrong with a field, in words. */
	error(name: string): string | undefined;
	/** How many rows were posted below a name (`input.blocks.0.…`); undefined when the form was not posted. */
	rows(name: string): number | undefined;
	/** Tells the form a field's label, for its summary of errors, and the control's id where the name does not say it. */
	register(name: string, label: string, id?: string): void;
	/** The value of the `_action` button that was pressed: `add:input.blocks`, `remove:input.blocks.2`. */
	action(): string | null;
}

const nothingPosted: FieldSource = {
	value: (_, first) => String(first ?? ""),
	values: (_, first = []) => first,
	error: () => undefined,
	rows: () => undefined,
	register: () => {},
	action: () => null,
};

/** Provided by the form around the fields; without one, fields show what they are given. */
export const FieldSourceContext = createContext<FieldSource>(nothingPosted);

export const useFieldSource = () => useContext(FieldSourceContext);

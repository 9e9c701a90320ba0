import type { Fields } from "@interurban/contract/rendering";
import { createContext, useContext } from "solid-js";
import type { FormChoices } from "./writing.data.ts";

/** What the sections of the form share. */
export type Writing = {
	/** What the form holds now. */
	fields: () => Fields;
	choices: FormChoices;
	/** Of who is signed in now. */
	handle: () => string | null;
};

export const WritingContext = createContext<Writing>();

export function useWriting(): Writing {
	const writing = useContext(WritingContext);
	if (!writing) throw new Error("this must stand inside of the form of a practice");
	return writing;
}

import type { Language } from "@interurban/contract/languages";
import { readData } from "./data-files.ts";

/** A Sustainable Development Goal of the United Nations. */
export interface Sdg {
	/** 1 to 17. */
	readonly number: number;
	/** The official colour as `#RRGGBB`. */
	readonly colour: string;
	/** What stands legibly on that colour: white, or the dark ink of the text. */
	readonly inkOn: "white" | "ink";
	/** The official short title in each language. */
	readonly title: Readonly<Record<Language, string>>;
}

/** The 17 goals in their order. */
export const sdgs: readonly Sdg[] = readData("sdgs") as Sdg[];

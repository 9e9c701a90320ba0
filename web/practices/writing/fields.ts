import type { Fields } from "@interurban/contract/rendering";
import type { PracticeField } from "../../generated/types.ts";

/** A part of a practice, as its revisions name it: one field of the form, or several that belong together. */
export type Part = PracticeField;

const partsOfFields: Readonly<Record<string, Part>> = {
	placeId: "place",
	placeIdText: "place",
	topicIds: "topics",
	topicIdsText: "topics",
	costAmount: "cost",
	costCurrency: "cost",
	costYear: "cost",
	firstPublishedIn: "firstPublished",
	firstPublishedUrl: "firstPublished",
};

/** The part that a field belongs to: `input.blocks.0.name` → `blocks`; null for what is not of the practice itself. */
export function partOf(name: string): Part | null {
	const [first, field = ""] = name.split(".");
	return first === "input" ? (partsOfFields[field] ?? (field as Part)) : null;
}

/** What a snapshot needs, each by the fields of which one must be filled in. */
const needed: readonly (readonly string[])[] = [
	["title"],
	["claim"],
	["organisationName"],
	["placeId", "placeIdText"],
	["language"],
	["topicIds", "topicIdsText"],
	["sdgs"],
	["stage"],
	["situation"],
	["approach"],
	["outcome"],
];

/** How far a snapshot has come. */
export function progressOf(fields: Fields): { filled: number; total: number } {
	const filled = new Set(fields.filter(([, value]) => value.trim() !== "").map(([name]) => name));
	const done = needed.filter((names) => names.some((name) => filled.has(`input.${name}`)));
	return { filled: done.length, total: needed.length };
}

/** "Aachen, Germany" */
export const placeLabel = (place: { name: string; countryName: string }): string =>
	`${place.name}, ${place.countryName}`;

/** Names of what was chosen by typing, so that a form can be shown again without asking for them. */
export function labelFields(choices: readonly { value: string; label: string }[]): Fields {
	return choices.map(({ value, label }) => [`_label.${value}`, label]);
}

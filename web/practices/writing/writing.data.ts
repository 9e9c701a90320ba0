import type { Fields } from "@interurban/contract/rendering";
import { query } from "@solidjs/router";
import { makeDraftKey, newPracticePrefix } from "../../drafts/draft-keys.ts";
import { findDraft } from "../../drafts/drafts.data.ts";
import { execute } from "../../execute.ts";
import { MarkdownPreview, PlaceSuggestions, PracticeStart } from "../../generated/operations.ts";
import type { FormChoicesFragment, PracticeStartQuery } from "../../generated/types.ts";
import { labelFields, placeLabel } from "./fields.ts";

/** What the form offers for choice. */
export type FormChoices = FormChoicesFragment;

/**
 * What a new practice begins with: the draft of the given id, else the latest, else what the profile says.
 * @param id last part of the draft's key
 */
export const getPracticeStart = query(async (id: string | null) => {
	const start = await execute(PracticeStart, {});
	const latest = start.drafts.find(({ key }) => key.startsWith(newPracticePrefix))?.key;
	const key = id ? newPracticePrefix + id : latest;
	const draft = key && start.viewer ? await findDraft(key) : null;
	return {
		...start,
		draft,
		/** Of the next one: visitors get theirs in the browser, so that their page stays the same for all. */
		key: key ?? (start.viewer ? makeDraftKey(newPracticePrefix) : ""),
		another: start.viewer ? makeDraftKey("") : "",
	};
}, "practice-start");

/** What the profile says already. */
export function fieldsOfProfile(viewer: PracticeStartQuery["viewer"], language: string): Fields {
	const person = viewer?.person;
	const own = person?.languages.find(({ level }) => level === "native") ?? person?.languages[0];
	const fields: Fields = [["input.language", own?.language.tag ?? language]];
	if (person?.organisation)
		fields.push(
			["input.organisationName", person.organisation.name],
			["input.organisationKind", person.organisation.kind],
		);
	if (person?.place)
		fields.push(
			["input.placeId", person.place.id],
			...labelFields([{ value: person.place.id, label: placeLabel(person.place) }]),
		);
	return fields;
}

/** Towns for what is being typed. */
export const getPlaces = query(async (text: string) => {
	const { suggestPlaces } = await execute(PlaceSuggestions, { text });
	return suggestPlaces.map((place) => ({
		value: place.id,
		label: placeLabel(place),
		population: place.population,
	}));
}, "place-suggestions");

/** Markdown as readers will see it, text by text. */
export const getPreview = query(
	async (texts: string[]) => (texts.length ? (await execute(MarkdownPreview, { texts })).renderMarkdown : []),
	"preview",
);

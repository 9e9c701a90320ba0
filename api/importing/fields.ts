import { conditionKinds, organisationKinds, stages, supportKinds } from "@interurban/contract/vocabulary";

/** What stands in one cell or under one key. */
type Simple = { kind: "text" | "number"; choices?: readonly string[] };

/** A field of a practice in an import file. */
export type Field = {
	name: string;
	doc: string;
	required?: boolean;
	/** Its name in `PracticeInput`, where that differs. */
	input?: string;
} & (
	| Simple
	| { kind: "texts" | "numbers" }
	/** An object, or a list of them; `alone` is the part that a bare text stands for. */
	| { kind: "object" | "rows"; parts: Record<string, Simple & { input?: string }>; alone?: string }
);

const text: Simple = { kind: "text" };
const number: Simple = { kind: "number" };

/** Every field of an import file, in the order of the help text. */
export const fields: readonly Field[] = [
	{
		name: "id",
		...text,
		required: true,
		doc: "your own identifier: importing it again changes the practice instead of adding one",
	},
	{ name: "title", ...text, required: true, doc: "at most 140 characters" },
	{ name: "claim", ...text, required: true, doc: "what it comes to, in one line" },
	{ name: "lang", ...text, required: true, input: "language", doc: "language of the text, e.g. de" },
	{
		name: "geonameId",
		...number,
		input: "placeId",
		doc: "the town, by its number in GeoNames; or else city and country",
	},
	{ name: "city", ...text, doc: "the town’s name" },
	{ name: "country", ...text, doc: "ISO 3166-1, two letters" },
	{ name: "organisation", ...text, required: true, input: "organisationName", doc: "whose practice it is" },
	{
		name: "orgKind",
		kind: "text",
		choices: organisationKinds,
		input: "organisationKind",
		doc: "kind of organisation",
	},
	{
		name: "topics",
		kind: "texts",
		required: true,
		doc: "in words or as ids; those we do not know are left out",
	},
	{ name: "sdgs", kind: "numbers", required: true, doc: "Sustainable Development Goals, 1 to 17" },
	{ name: "stage", kind: "text", choices: stages, required: true, doc: "how far it has come" },
	{ name: "started", ...number, input: "startedYear", doc: "year" },
	{ name: "ended", ...number, input: "endedYear", doc: "year" },
	{ name: "situation", ...text, required: true, doc: "the situation before; Markdown, as all long texts" },
	{ name: "approach", ...text, required: true, doc: "what was done" },
	{ name: "results_text", ...text, required: true, input: "outcome", doc: "what came of it" },
	{ name: "objectives", ...text, doc: "" },
	{ name: "targetGroups", ...text, doc: "" },
	{
		name: "blocks",
		kind: "rows",
		parts: { name: text, what: { ...text, input: "description" }, enabling: text, lessons: text },
		doc: "building blocks",
	},
	{
		name: "results",
		kind: "rows",
		parts: { indicator: text, before: number, after: number, unit: text, year: number, source: text },
		doc: "figures",
	},
	{
		name: "cost",
		kind: "object",
		parts: {
			amount: { ...number, input: "costAmount" },
			currency: { ...text, input: "costCurrency" },
			year: { ...number, input: "costYear" },
		},
		doc: "amount in whole units, currency by ISO 4217",
	},
	{ name: "funding", ...text, doc: "" },
	{ name: "staff", ...text, doc: "" },
	{
		name: "partners",
		kind: "rows",
		parts: { name: text, support: { kind: "text", choices: supportKinds } },
		alone: "name",
		doc: "and the kind of support each gave",
	},
	{ name: "failures", ...text, doc: "what went wrong" },
	{ name: "lessons", ...text, input: "hindsight", doc: "what you would do differently" },
	{ name: "continuity", ...text, doc: "what keeps it going" },
	{
		name: "conditions",
		kind: "rows",
		parts: { kind: { kind: "text", choices: conditionKinds }, description: text },
		alone: "description",
		doc: "what a city needs that takes it over",
	},
	{ name: "contacts", kind: "rows", parts: { name: text, jobTitle: text }, alone: "name", doc: "" },
	{
		name: "sources",
		kind: "rows",
		parts: { title: text, url: text },
		alone: "url",
		doc: "what supports the text",
	},
	{ name: "links", kind: "rows", parts: { title: text, url: text }, alone: "url", doc: "what leads further" },
	{
		name: "firstPublished",
		kind: "object",
		parts: { title: { ...text, input: "firstPublishedIn" }, url: { ...text, input: "firstPublishedUrl" } },
		doc: "where it was published before",
	},
	{
		name: "translations",
		kind: "rows",
		parts: { lang: { ...text, input: "language" }, title: text, claim: text },
		doc: "title and claim in de, en, fr, es, ar, uk",
	},
	{ name: "checked", ...text, doc: "the day when somebody last made sure that it holds, e.g. 2026-03-31" },
	{ name: "published", ...text, doc: "the day of publication here; today when not given" },
	{ name: "confidence", ...text, doc: "is read and not kept" },
];

export const fieldByName: ReadonlyMap<string, Field> = new Map(fields.map((field) => [field.name, field]));

import { findConcept } from "@interurban/concepts/suggest";
import { isLanguage, type Language } from "@interurban/contract/languages";
import { limits } from "@interurban/contract/limits";
import { licences, organisationKinds, stages } from "@interurban/contract/vocabulary";
import type { PracticeInput } from "../generated/resolvers.ts";
import type { Check } from "../input.ts";
import { findTopic } from "../topics/topics.ts";
import type { AttachedFile, PracticeContent, Translation } from "./practices.content.ts";

const most = limits.practice;

/** What of an input only the database knows; see `resolvePractices`. */
export type Sought = {
	placeId: number | null;
	placeName: string;
	/** Member's handles by their contact's position in the content, with the path of the field. */
	handles: { position: number; handle: string; field: string }[];
	fileFields: string[];
};

/**
 * Reads the form of a practice; what is wrong goes into `check`. In the content it answers, the place (0) and the
 * members among the contacts (null) are still open.
 * @param at path of the input, in front of every field's name
 */
export function readPractice(
	input: PracticeInput,
	check: Check,
	at = "input",
): { content: PracticeContent; sought: Sought } {
	const path = (name: string) => `${at}.${name}`;
	const long = (
		name: "objectives" | "targetGroups" | "failures" | "hindsight" | "continuity" | "funding" | "staff",
	) => check.text(path(name), input[name], { max: most.longText });
	const required = (name: "situation" | "approach" | "outcome", max: number) =>
		check.text(path(name), input[name], { max, required: true });

	const sought = readSought(input, check, path);
	const startedYear = readYear(input.startedYear, path("startedYear"), check);
	const endedYear = readYear(input.endedYear, path("endedYear"), check);
	if (startedYear !== null && endedYear !== null && endedYear < startedYear)
		check.add("practices.period_reversed", path("endedYear"));
	const content: PracticeContent = {
		title: check.line(path("title"), input.title, { max: most.title, required: true }),
		claim: check.line(path("claim"), input.claim, { max: most.claim, required: true }),
		language: readLanguageTag(input.language, path("language"), check),
		placeId: 0,
		organisation: {
			name: check.line(path("organisationName"), input.organisationName, {
				max: limits.organisation,
				required: true,
			}),
			kind: choice(
				input.organisationKind ?? "municipality",
				organisationKinds,
				path("organisationKind"),
				check,
			),
		},
		topicIds: readTopics(input, check, path),
		sdgs: readSdgs(input.sdgs ?? [], path("sdgs"), check),
		stage: readStage(input, check, path),
		startedYear,
		endedYear,
		situation: required("situation", most.situation),
		approach: required("approach", most.approach),
		outcome: required("outcome", most.outcome),
		objectives: long("objectives"),
		targetGroups: long("targetGroups"),
		partners: rows(input.partners, path("partners"), check, ["name"], (row, field) => ({
			name: check.line(field("name"), row.name, { max: most.name, required: true }),
			support: row.support ?? null,
		})),
		blocks: rows(
			input.blocks,
			path("blocks"),
			check,
			["name", "description", "enabling", "lessons"],
			(row, field) => ({
				name: check.line(field("name"), row.name, { max: most.name, required: true }),
				description: check.text(field("description"), row.description, { max: most.longText }),
				enabling: check.text(field("enabling"), row.enabling, { max: most.longText }),
				lessons: check.text(field("lessons"), row.lessons, { max: most.longText }),
			}),
			most.blocks,
		),
		results: rows(
			input.results,
			path("results"),
			check,
			["indicator", "before", "after", "unit", "year", "source"],
			(row, field) => ({
				indicator: check.line(field("indicator"), row.indicator, { max: most.indicator, required: true }),
				before: row.before ?? null,
				after: row.after ?? null,
				unit: check.line(field("unit"), row.unit, { max: most.unit }),
				year: readYear(row.year, field("year"), check),
				source: check.line(field("source"), row.source, { max: limits.reference.url }),
			}),
		),
		cost: readCost(input, check, path),
		funding: long("funding"),
		staff: long("staff"),
		failures: long("failures"),
		hindsight: long("hindsight"),
		continuity: long("continuity"),
		conditions: rows(input.conditions, path("conditions"), check, ["description"], (row, field) => ({
			kind: row.kind ?? "other",
			description: check.text(field("description"), row.description, { max: most.shortText, required: true }),
		})),
		contacts: rows(
			input.contacts,
			path("contacts"),
			check,
			["handle", "name", "jobTitle"],
			(row, field, position) => {
				const handle = check.line(field("handle"), row.handle, { max: limits.handle }).replace(/^@/, "");
				if (handle) sought.handles.push({ position, handle, field: field("handle") });
				return {
					personId: null,
					name: check.line(field("name"), row.name, { max: limits.name, required: !handle }),
					jobTitle: check.line(field("jobTitle"), row.jobTitle, { max: limits.jobTitle }),
				};
			},
		),
		references: rows(input.references, path("references"), check, ["title", "url"], (row, field) => {
			const url = check.url(field("url"), row.url, limits.reference.url);
			const title = check.line(field("title"), row.title, { max: limits.reference.title });
			return { kind: row.kind ?? "source", title: title || url.slice(0, limits.reference.title), url };
		}),
		files: rows(input.files, path("files"), check, ["id", "description", "credit"], (row, field) => {
			sought.fileFields.push(field("id"));
			return readFile(row, field, check);
		}),
		firstPublished: {
			title: check.line(path("firstPublishedIn"), input.firstPublishedIn, { max: limits.reference.title }),
			url: check.url(path("firstPublishedUrl"), input.firstPublishedUrl, limits.reference.url),
		},
	};
	if (!content.firstPublished.title)
		content.firstPublished.title = content.firstPublished.url.slice(0, limits.reference.title);
	return { content, sought };
}

type Path = (name: string) => string;

/**
 * The filled rows of a repeatable group. Issues name a row by its place in the form, blank rows counted.
 * @param own the fields that make a row filled; a choice that was left as it stood does not
 */
function rows<Row extends object, Read>(
	given: readonly Row[] | null | undefined,
	at: string,
	check: Check,
	own: readonly (keyof Row)[],
	read: (row: Row, field: Path, position: number) => Read,
	max: number = most.rows,
): Read[] {
	const filled: Read[] = [];
	for (const [index, row] of (given ?? []).entries()) {
		const isBlank = own.every((name) => {
			const value: unknown = row[name];
			return value === null || value === undefined || (typeof value === "string" && value.trim() === "");
		});
		if (isBlank) continue;
		filled.push(read(row, (name) => `${at}.${index}.${name}`, filled.length));
	}
	if (filled.length > max) check.add("too_many", at, { max });
	return filled;
}

function readSought(input: PracticeInput, check: Check, path: Path): Sought {
	const id = input.placeId === null || input.placeId === undefined ? "" : String(input.placeId).trim();
	const placeId = /^\d{1,9}$/.test(id) ? Number(id) : null;
	if (id && placeId === null) check.add("places.unknown", path("placeId"), { name: id.slice(0, 20) });
	const placeName = id
		? ""
		: check.line(path("placeId"), input.placeIdText, { max: limits.query, required: true });
	return { placeId, placeName, handles: [], fileFields: [] };
}

function readYear(value: number | null | undefined, field: string, check: Check): number | null {
	if (value === null || value === undefined) return null;
	if (!Number.isInteger(value) || value < most.year.min || value > most.year.max)
		check.add("out_of_range", field, most.year);
	return value;
}

/** A BCP 47 tag in its usual spelling. */
function readLanguageTag(value: string | null | undefined, field: string, check: Check): string {
	const tag = check.line(field, value, { max: 35, required: true });
	if (!tag) return "";
	try {
		return Intl.getCanonicalLocales(tag)[0] ?? tag;
	} catch {
		check.add("unknown_choice", field);
		return "";
	}
}

function choice<T extends string>(value: T, choices: readonly T[], field: string, check: Check): T {
	if (!choices.includes(value)) check.add("unknown_choice", field);
	return value;
}

function readStage(input: PracticeInput, check: Check, path: Path): PracticeContent["stage"] {
	if (!input.stage) check.add("required", path("stage"));
	return choice(input.stage ?? "running", stages, path("stage"), check);
}

/** Ids and typed labels together, each topic once. Several labels may stand in one field, parted by commas. */
function readTopics(input: PracticeInput, check: Check, path: Path): string[] {
	const found = new Set<string>();
	let isGiven = false;
	const field = path("topicIds");
	const add = (text: string, topic: { id: string } | null | undefined) => {
		isGiven = true;
		if (topic) found.add(topic.id);
		else check.add("topics.unknown", field, { topic: text.slice(0, 60) });
	};
	for (const id of input.topicIds ?? []) if (id) add(String(id), findTopic(String(id)));
	const typed = check.text(field, input.topicIdsText, { max: 1000 });
	for (const part of findConcept(typed) ? [typed] : typed.split(/[,;،\n]/)) {
		const label = part.trim();
		if (label) add(label, findConcept(label));
	}
	if (!isGiven) check.add("required", field);
	if (found.size > most.topics) check.add("too_many", field, { max: most.topics });
	return [...found];
}

function readSdgs(given: readonly number[], field: string, check: Check): number[] {
	if (!given.length) check.add("required", field);
	if (given.some((sdg) => !Number.isInteger(sdg) || sdg < 1 || sdg > 17)) check.add("unknown_choice", field);
	return [...new Set(given)].sort((a, b) => a - b);
}

const currencies = new Set(Intl.supportedValuesOf("currency"));

function readCost(input: PracticeInput, check: Check, path: Path): PracticeContent["cost"] {
	const amount = input.costAmount ?? null;
	const year = readYear(input.costYear, path("costYear"), check);
	const currency = check.line(path("costCurrency"), input.costCurrency, { max: 10 }).toUpperCase();
	if (amount === null) return null;
	if (amount < 0 || amount > most.cost)
		check.add("out_of_range", path("costAmount"), { min: 0, max: most.cost });
	if (!currency) check.add("practices.cost_needs_currency", path("costCurrency"));
	else if (!currencies.has(currency)) check.add("unknown_choice", path("costCurrency"));
	return { amount: Math.round(amount), currency, year };
}

function readFile(row: NonNullable<PracticeInput["files"]>[number], field: Path, check: Check): AttachedFile {
	const licence = licences.find((each) => each === row.licence);
	if (!licence) check.add(row.licence ? "unknown_choice" : "required", field("licence"));
	if (!row.id) check.add("required", field("id"));
	return {
		fileId: String(row.id ?? ""),
		description: check.line(field("description"), row.description, { max: most.shortText, required: true }),
		licence: licence ?? "all_rights_reserved",
		credit: check.line(field("credit"), row.credit, { max: most.shortText }),
	};
}

/**
 * Reads title and claim in another language than the original's.
 * @param at path of the translation, with a dot at its end, or empty
 */
export function readTranslation(
	given: { language: string; title: string; claim: string },
	original: string,
	check: Check,
	at = "",
): Translation {
	const { language } = given;
	if (!isLanguage(language) || language === original) check.add("unknown_choice", `${at}language`);
	const { title, claim } = most.translation;
	return {
		language: language as Language,
		title: check.line(`${at}title`, given.title, { max: title, required: true }),
		claim: check.line(`${at}claim`, given.claim, { max: claim, required: true }),
	};
}

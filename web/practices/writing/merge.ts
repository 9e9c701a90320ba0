import type { Fields } from "@interurban/contract/rendering";
import type { EditablePracticeFragment } from "../../generated/types.ts";
import { labelFields, type Part, partOf, placeLabel } from "./fields.ts";
import { fileField } from "./uploaded-file.ts";

/** A published practice, as the form takes it up. */
export type EditablePractice = EditablePracticeFragment;

const lastValue = (fields: Fields, name: string): string =>
	fields.findLast(([field]) => field === name)?.[1] ?? "";

/** A short fingerprint of each part that holds anything: says later whether somebody changed it. */
export function fingerprints(fields: Fields): Map<Part, string> {
	const texts = new Map<Part, string[]>();
	for (const [name, value] of fields) {
		const part = partOf(name);
		const text = value.replace(/\r\n?/g, "\n").normalize("NFC").trim();
		if (!part || !text) continue;
		const lines = texts.get(part) ?? [];
		lines.push(`${name}=${text}`);
		texts.set(part, lines);
	}
	return new Map([...texts].map(([part, lines]) => [part, hash(lines.sort().join("\0"))]));
}

/** 53 bits, by the mixing of MurmurHash: enough to tell versions of one text apart. */
function hash(text: string): string {
	let high = 0xdeadbeef;
	let low = 0x41c6ce57;
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		high = Math.imul(high ^ code, 2654435761);
		low = Math.imul(low ^ code, 1597334677);
	}
	high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
	low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
	return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}

/** Written into the hidden field `_base`, and read from it. */
export const writeBase = (base: Map<Part, string>): string =>
	[...base].map((pair) => pair.join(":")).join(" ");
function readBase(text: string): Map<Part, string> {
	return new Map(text.split(" ").map((pair) => pair.split(":") as [Part, string]));
}

/** The form of a published practice, with what is needed to merge later changes of others. */
export function fieldsOfPractice(practice: EditablePractice): Fields {
	const fields: Fields = [];
	const add = (name: string, value: string | number | null) => {
		if (value !== null && value !== "") fields.push([`input.${name}`, String(value)]);
	};
	const rows = (name: string, list: readonly Readonly<Record<string, string | number | null>>[]) => {
		for (const [index, row] of list.entries())
			for (const [field, value] of Object.entries(row)) add(`${name}.${index}.${field}`, value);
	};
	add("title", practice.title);
	add("claim", practice.claim);
	add("organisationName", practice.organisation.name);
	add("organisationKind", practice.organisation.kind);
	add("placeId", practice.place.id);
	add("language", practice.language);
	for (const topic of practice.topics) add("topicIds", topic.id);
	for (const sdg of practice.sdgs) add("sdgs", sdg.number);
	for (const name of [
		...(["stage", "startedYear", "endedYear", "situation", "approach", "outcome", "objectives"] as const),
		...(["targetGroups", "failures", "hindsight", "continuity", "funding", "staff"] as const),
	])
		add(name, practice[name]);
	rows("blocks", practice.buildingBlocks);
	rows("results", practice.results);
	add("costAmount", practice.cost?.amount ?? null);
	add("costCurrency", practice.cost?.currency ?? null);
	add("costYear", practice.cost?.year ?? null);
	rows("partners", practice.partners);
	rows("conditions", practice.conditions);
	rows(
		"contacts",
		practice.contacts.map(({ person, name, jobTitle }) =>
			person ? { handle: person.handle, name: "", jobTitle } : { handle: "", name, jobTitle },
		),
	);
	rows("references", practice.references);
	rows(
		"files",
		practice.files.map(({ id, description, licence, credit }) => ({ id, description, licence, credit })),
	);
	add("firstPublishedIn", practice.firstPublished?.title ?? null);
	add("firstPublishedUrl", practice.firstPublished?.url ?? null);
	const base = writeBase(fingerprints(fields));
	return [
		...fields,
		...labelFields([
			{ value: practice.place.id, label: placeLabel(practice.place) },
			...practice.topics.map(({ id, label }) => ({ value: id, label })),
		]),
		...practice.files.map(fileField),
		["id", practice.id],
		["revision", String(practice.revision)],
		["_base", base],
	];
}

/**
 * What somebody typed, on top of what another person published meanwhile: parts that only the other one changed become
 * theirs; what both changed stays as typed here, and is named in `both`.
 */
export function mergeFields(mine: Fields, current: Fields): { fields: Fields; both: Part[] } {
	const base = readBase(lastValue(mine, "_base"));
	const ofMine = fingerprints(mine);
	const ofCurrent = fingerprints(current);
	const isTouched = (part: Part) => ofMine.get(part) !== base.get(part);
	const both = [...new Set([...ofMine.keys(), ...ofCurrent.keys(), ...base.keys()])].filter(
		(part) =>
			isTouched(part) && ofCurrent.get(part) !== base.get(part) && ofCurrent.get(part) !== ofMine.get(part),
	);
	const keeps = (name: string) => {
		const part = partOf(name);
		return part ? isTouched(part) : name !== "revision" && name !== "_base";
	};
	const takes = (name: string) => {
		const part = partOf(name);
		return part ? !isTouched(part) : name !== "id";
	};
	return {
		fields: [
			...current.filter(([name]) => takes(name)),
			...mine.filter(([name]) => keeps(name)),
			["_since", lastValue(mine, "_since") || lastValue(mine, "revision")],
		],
		both,
	};
}

/** Takes over one part as it is published. */
export function takePart(mine: Fields, current: Fields, part: string): Fields {
	return [
		...mine.filter(([name]) => partOf(name) !== part),
		...current.filter(([name]) => partOf(name) === part || name.startsWith("_label.")),
	];
}

/** What the form needs of a practice that is published already. */
export type Published = {
	revision: number;
	/** As it is published now. */
	fields: Fields;
	/** See `mergeFields`. */
	merge: (mine: Fields) => Fields;
	/** See `takePart`. */
	take: (mine: Fields, part: string) => Fields;
};

export function publishedForm(practice: EditablePractice): Published {
	const fields = fieldsOfPractice(practice);
	return {
		revision: practice.revision,
		fields,
		merge: (mine) => mergeFields(mine, fields).fields,
		take: (mine, part) => takePart(mine, fields, part),
	};
}

import { labelOf } from "@interurban/concepts/concepts";
import type { Language } from "@interurban/contract/languages";
import { type Piece, piecesOf } from "../differences.ts";
import type { PracticeField } from "../generated/resolvers.ts";
import { findTopic } from "../topics/topics.ts";
import type { PracticeContent } from "./practices.content.ts";

/** What ids in a content stand for. */
export type Names = { place: (id: number) => string; person: (id: number) => string };

export type FieldText = { field: PracticeField; text: string };
export type FieldDifference = { field: PracticeField; pieces: Piece[] };

/** Every field of the form that is filled, as text that a person can read and compare, in the order of the form. */
export function textsOf(content: PracticeContent, language: Language, names: Names): FieldText[] {
	const texts = Object.entries(write(content, language, names)) as [PracticeField, string][];
	return texts.flatMap(([field, text]) => (text ? { field, text } : []));
}

function write(content: PracticeContent, language: Language, names: Names): Record<PracticeField, string> {
	const topic = (id: string) => {
		const found = findTopic(id);
		return found ? labelOf(found, language) : id;
	};
	const { cost, firstPublished } = content;
	return {
		title: content.title,
		claim: content.claim,
		language: content.language,
		place: names.place(content.placeId),
		organisationName: content.organisation.name,
		organisationKind: content.organisation.kind,
		topics: content.topicIds.map(topic).join("\n"),
		sdgs: content.sdgs.join(", "),
		stage: content.stage,
		startedYear: String(content.startedYear ?? ""),
		endedYear: String(content.endedYear ?? ""),
		situation: content.situation,
		approach: content.approach,
		outcome: content.outcome,
		objectives: content.objectives,
		targetGroups: content.targetGroups,
		partners: lines(content.partners, ({ name, support }) => [name, support]),
		blocks: paragraphs(content.blocks.map((b) => [b.name, b.description, b.enabling, b.lessons])),
		results: lines(content.results, ({ indicator, before, after, unit, year, source }) => [
			indicator,
			`${before ?? "?"} → ${after ?? "?"} ${unit}`.trim(),
			year,
			source,
		]),
		cost: cost ? [cost.amount, cost.currency, cost.year].filter((part) => part !== null).join(" ") : "",
		funding: content.funding,
		staff: content.staff,
		failures: content.failures,
		hindsight: content.hindsight,
		continuity: content.continuity,
		conditions: lines(content.conditions, ({ kind, description }) => [description, kind]),
		contacts: lines(content.contacts, ({ personId, name, jobTitle }) => [
			personId === null ? name : names.person(personId),
			jobTitle,
		]),
		references: lines(content.references, ({ title, url, kind }) => [title, url, kind]),
		files: lines(content.files, ({ description, licence, credit }) => [description, licence, credit]),
		firstPublished: [firstPublished.title, firstPublished.url].filter(Boolean).join(", "),
	};
}

function lines<Row>(rows: readonly Row[], parts: (row: Row) => (string | number | null)[]): string {
	return rows
		.map((row) =>
			parts(row)
				.filter((part) => part !== null && part !== "")
				.join(", "),
		)
		.join("\n");
}

function paragraphs(rows: readonly string[][]): string {
	return rows.map((row) => row.filter(Boolean).join("\n")).join("\n\n");
}

/** The fields in which two states differ, word by word. */
export function differencesOf(
	from: PracticeContent,
	to: PracticeContent,
	language: Language,
	names: Names,
): FieldDifference[] {
	const before = write(from, language, names);
	const after = write(to, language, names);
	return (Object.keys(after) as PracticeField[])
		.filter((field) => before[field] !== after[field])
		.map((field) => ({ field, pieces: piecesOf(before[field], after[field]) }));
}

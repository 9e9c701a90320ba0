import type { Context } from "../context.ts";
import { parseId } from "../input.ts";
import { personById } from "../people/people.ts";
import { placeById } from "../places/places.ts";
import type { PracticeContent } from "./practices.content.ts";
import {
	differencesOf,
	type FieldDifference,
	type FieldText,
	type Names,
	textsOf,
} from "./practices.differences.ts";
import { findContent, findRevisions, type RevisionRow } from "./revisions.queries.ts";

/** The revision of a number, or null. */
export async function findRevision(
	ctx: Context,
	practiceId: number,
	number: number,
): Promise<RevisionRow | null> {
	const [revision] = await findRevisions(ctx.db, practiceId, [number]);
	return revision ?? null;
}

/** What a revision says, field by field, with names in the reader's language. */
export async function readRevision(ctx: Context, revision: RevisionRow): Promise<FieldText[]> {
	const content = await contentOf(ctx, revision);
	return textsOf(content, ctx.language, await namesIn(ctx, [content]));
}

type Comparison = { from: RevisionRow; to: RevisionRow; differences: FieldDifference[] };

/** What differs between two revisions of a practice; null when one of them is not there. */
export async function compareRevisions(
	ctx: Context,
	practiceId: string,
	numbers: { from: number; to: number },
): Promise<Comparison | null> {
	const id = parseId(practiceId);
	if (id === null) return null;
	const found = await findRevisions(ctx.db, id, [numbers.from, numbers.to]);
	const from = found.find(({ number }) => number === numbers.from);
	const to = found.find(({ number }) => number === numbers.to);
	if (!from || !to) return null;
	const [before, after] = await Promise.all([contentOf(ctx, from), contentOf(ctx, to)]);
	const names = await namesIn(ctx, [before, after]);
	return { from, to, differences: differencesOf(before, after, ctx.language, names) };
}

async function contentOf(ctx: Context, revision: RevisionRow): Promise<PracticeContent> {
	const content = await findContent(ctx.db, revision.practiceId, revision.number);
	if (!content)
		throw new Error(`revision ${revision.number} of practice ${revision.practiceId} has no content`);
	return content;
}

/** The names of all places and members that contents refer to. */
async function namesIn(ctx: Context, contents: readonly PracticeContent[]): Promise<Names> {
	const personIds = contents.flatMap(({ contacts }) => contacts.flatMap(({ personId }) => personId ?? []));
	const [places, people] = await Promise.all([
		placeById(ctx).loadMany(contents.map(({ placeId }) => placeId)),
		personById(ctx).loadMany(personIds),
	]);
	const nameOf = (rows: readonly unknown[], id: number) =>
		(rows as ({ id: number; name: string } | null)[]).find((row) => row?.id === id)?.name ?? "";
	return { place: (id) => nameOf(places, id), person: (id) => nameOf(people, id) };
}

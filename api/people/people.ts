import { descendantsOf, labelOf } from "@interurban/concepts/concepts";
import { isCountry } from "@interurban/contract/countries";
import { fail } from "@interurban/contract/errors";
import { limits } from "@interurban/contract/limits";
import type { Capacity, TopicInterest } from "@interurban/contract/vocabulary";
import { decodeCursor, type Page, toPage } from "@interurban/db/keyset";
import { compareIn } from "@interurban/words/collate";
import { wordsIn } from "@interurban/words/server";
import { type Context, defineLoader } from "../context.ts";
import type { PeopleFilter as PeopleFilterInput, QueryPeopleArgs } from "../generated/resolvers.ts";
import { countryName, organisationById, type PlaceRow, placeById } from "../places/places.ts";
import type { Viewer } from "../sessions.ts";
import { findTopic, type TopicRow } from "../topics/topics.ts";
import {
	countFacets,
	findPeople,
	findPersonByHandle,
	listLanguagesOf,
	listPeople as listPeopleRows,
	listTopicsOf,
	listWork,
	type PeopleFilter,
	type PersonLanguageRow,
	type PersonRow,
	type WorkRow,
} from "./people.queries.ts";
import { isSpokenLanguage, languageName } from "./spoken-languages.ts";

export { isAdministered } from "./account.queries.ts";
export { createAdministrator } from "./account.ts";
export { indexPeople, indexPeopleOf, personSource } from "./people.index.ts";
export type { PersonLanguageRow, PersonRow } from "./people.queries.ts";
export { updatePerson } from "./people.queries.ts";
export { languageName, languageNames } from "./spoken-languages.ts";

/** People by id, for authors and members: `personById(ctx).load(id)`. */
export const personById = defineLoader<number, PersonRow | null>(async (ctx, ids) => {
	const rows = await findPeople(ctx.db, ids);
	for (const { organisation } of rows)
		if (organisation) organisationById(ctx).prime(organisation.id, organisation);
	const byId = new Map(rows.map(({ person }) => [person.id, person]));
	return ids.map((id) => byId.get(id) ?? null);
});

/** The row of whoever asks. */
export async function ownRow(ctx: Context, viewer: Viewer): Promise<PersonRow> {
	return (await personById(ctx).load(viewer.id)) ?? fail("auth.required");
}

/** Where whoever asks works; null for visitors, and when their profile does not say. */
export async function townOfViewer(ctx: Context): Promise<PlaceRow | null> {
	const { placeId } = (ctx.viewer && (await personById(ctx).load(ctx.viewer.id))) ?? {};
	return placeId ? placeById(ctx).load(placeId) : null;
}

/** Languages by person. */
export const languagesByPerson = defineLoader<number, PersonLanguageRow[]>(async (ctx, ids) => {
	const rows = await listLanguagesOf(ctx.db, ids);
	return ids.map((id) => rows.filter((row) => row.personId === id));
});

/** What somebody reads: the language in which they use the network, and what a member's profile names. */
export async function languagesRead(ctx: Context): Promise<string[]> {
	const spoken = ctx.viewer ? await languagesByPerson(ctx).load(ctx.viewer.id) : [];
	return [...new Set([ctx.language, ...spoken.map(({ language }) => language)])];
}

type TopicsOfPerson = Record<TopicInterest, TopicRow[]>;

/** Topics by person, in alphabetical order of the reader's language. */
export const topicsByPerson = defineLoader<number, TopicsOfPerson>(async (ctx, ids) => {
	const rows = await listTopicsOf(ctx.db, ids);
	const compare = compareIn(ctx.language);
	const of = (id: number, interest: TopicInterest) =>
		rows
			.filter((row) => row.personId === id && row.interest === interest)
			.flatMap((row) => findTopic(row.topicId) ?? [])
			.sort((a, b) => compare(labelOf(a, ctx.language), labelOf(b, ctx.language)));
	return ids.map((id) => ({ knows: of(id, "knows"), seeks: of(id, "seeks") }));
});

/** What people did: their practices and answers. */
export const workByPerson = defineLoader<number, WorkRow[]>(async (ctx, ids) => {
	const rows = await listWork(ctx.db, ids);
	return ids.map((id) => rows.filter(({ personId }) => personId === id));
});

/** The person of a handle, or null. */
export async function findPerson(ctx: Context, handle: string): Promise<PersonRow | null> {
	// Handles are lower-case ASCII; anything else need not trouble the database, which refuses some of it.
	return /^[a-z0-9-]{1,60}$/.test(handle) ? findPersonByHandle(ctx.db, handle) : null;
}

/** What of a filter means something; unknown values count as given and find nobody. */
function readFilter(input: PeopleFilterInput | null | undefined): PeopleFilter {
	const few = <T>(values: readonly T[] | null | undefined) => (values ?? []).slice(0, 50);
	const orNobody = <T>(given: readonly unknown[], known: T[], nobody: T) =>
		given.length && !known.length ? [nobody] : known;
	const topics = few(input?.topic);
	const countries = few(input?.country);
	const languages = few(input?.language);
	const known = topics.flatMap((id) => findTopic(id) ?? []);
	const withNarrower = known.flatMap((topic) => [topic.id, ...descendantsOf(topic.id).map(({ id }) => id)]);
	return {
		topic: orNobody(topics, [...new Set(withNarrower)], "-"),
		country: orNobody(countries, countries.filter(isCountry), "--"),
		language: orNobody(languages, languages.filter(isSpokenLanguage), "-"),
		capacity: few(input?.capacity),
	};
}

/** A page of the people who fit a filter, the latest first. */
export async function listPeople(ctx: Context, input: Partial<QueryPeopleArgs>): Promise<Page<PersonRow>> {
	const limit = Math.min(Math.max(input.first ?? limits.page.default, 1), limits.page.max);
	const keys = decodeCursor(input.after, 2);
	const isOurs =
		keys &&
		typeof keys[0] === "string" &&
		!Number.isNaN(Date.parse(keys[0])) &&
		Number.isSafeInteger(keys[1]);
	if (input.after && !isOurs) fail("bad_cursor");
	const rows = await listPeopleRows(ctx.db, readFilter(input.filter), { keys, limit });
	return toPage(rows, limit, (row) => [row.createdAt, row.id]);
}

/** By what a list of people can be narrowed, with labels in the reader's language; what is chosen is among it. */
export async function listPeopleFacets(ctx: Context, input: PeopleFilterInput | null | undefined) {
	const filter = readFilter(input);
	const counts = await countFacets(ctx.db, filter);
	const compare = compareIn(ctx.language);
	const t = wordsIn(ctx.language);
	const values = (
		facet: keyof PeopleFilter,
		chosen: readonly string[],
		nameOf: (value: string) => string,
	) => {
		const found = new Map(counts.filter((row) => row.facet === facet).map((row) => [row.value, row.count]));
		for (const value of chosen) if (!found.has(value)) found.set(value, 0);
		return [...found]
			.map(([value, count]) => ({ value, count, label: nameOf(value) }))
			.sort((a, b) => b.count - a.count || compare(a.label, b.label));
	};
	const topicName = (id: string) => {
		const topic = findTopic(id);
		return topic ? labelOf(topic, ctx.language) : id;
	};
	return {
		topic: values("topic", (input?.topic ?? []).filter(findTopic), topicName),
		country: values("country", filter.country.filter(isCountry), (code) => countryName(code, ctx.language)),
		language: values("language", filter.language.filter(isSpokenLanguage), (tag) =>
			languageName(tag, ctx.language),
		),
		capacity: values("capacity", filter.capacity, (value) => t(`people.capacity_${value as Capacity}`)),
		total: counts.find((row) => row.facet === "total")?.count ?? 0,
	};
}

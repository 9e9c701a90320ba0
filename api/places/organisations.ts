import { fail } from "@interurban/contract/errors";
import type { OrganisationKind } from "@interurban/contract/vocabulary";
import type { Db } from "@interurban/db/client";
import { type Organisation, organisations } from "@interurban/db/schema/places";
import { statement } from "@interurban/db/statement";
import { and, eq, sql } from "drizzle-orm";
import { defineLoader } from "../context.ts";

export type OrganisationRow = Organisation;

const ofIds = statement((db) =>
	db
		.select()
		.from(organisations)
		.where(sql`${organisations.id} = any(${sql.placeholder("ids")}::bigint[])`),
);

/** An organisation by its id, or null. */
export const organisationById = defineLoader<number, OrganisationRow | null>(async (ctx, ids) => {
	const rows = await ofIds(ctx.db, { ids });
	const byId = new Map(rows.map((row) => [row.id, row]));
	return ids.map((id) => byId.get(id) ?? null);
});

const mostOfPlace = 50;

/** The organisations of a town by name, at most 50. */
export const organisationsOfPlace = defineLoader<number, OrganisationRow[]>(async (ctx, placeIds) => {
	const place = sql`unnest(${sql.param([...placeIds])}::integer[]) as place (id)`;
	const rows = await ctx.db
		.select()
		.from(organisations)
		.where(
			sql`${organisations.id} in (
				select listed.id from ${place} cross join lateral (
					select id from organisations where place_id = place.id order by lower(name) limit ${mostOfPlace}
				) listed)`,
		)
		.orderBy(sql`lower(${organisations.name})`);
	return placeIds.map((id) => rows.filter((row) => row.placeId === id));
});

/** What a form knows of an organisation: one that exists, or a name to be found or made at a place. */
type OrganisationInput = {
	name: string;
	placeId: number;
	kind?: OrganisationKind | null | undefined;
	website?: string | null | undefined;
};

/**
 * The organisation of that name at that place, whatever its case; made when there is none. An existing one stays as it is.
 * Two writers at once get the same one. The name and the place are expected to be checked.
 */
export async function findOrCreateOrganisation(tx: Db, input: OrganisationInput): Promise<OrganisationRow> {
	const named = and(
		eq(organisations.placeId, input.placeId),
		eq(sql`lower(${organisations.name})`, sql`lower(${input.name})`),
	);
	const [existing] = await tx.select().from(organisations).where(named);
	if (existing) return existing;
	const [made] = await tx
		.insert(organisations)
		.values({
			name: input.name,
			kind: input.kind ?? "municipality",
			placeId: input.placeId,
			website: input.website || null,
		})
		.onConflictDoNothing()
		.returning();
	if (made) return made;
	const [other] = await tx.select().from(organisations).where(named);
	return other ?? fail("conflict");
}

import { organisationKinds } from "@interurban/contract/vocabulary";
import { sql } from "drizzle-orm";
import {
	char,
	check,
	doublePrecision,
	index,
	integer,
	pgEnum,
	pgTable,
	text,
	uniqueIndex,
} from "drizzle-orm/pg-core";
import { createdAt, id, updatedAt } from "../columns.ts";

/** The gazetteer: towns of the world from GeoNames. */
export const places = pgTable(
	"places",
	{
		/** The GeoNames id. */
		id: integer().primaryKey(),
		name: text().notNull(),
		/** Its names as typing is compared with them: folded, each between two bars, e.g. `|munich|munchen|muenchen|`. */
		searchName: text().notNull(),
		/** ISO 3166-1 alpha-2. */
		country: char({ length: 2 }).notNull(),
		adminCode: text(),
		/** GeoNames feature code; PPLC is a capital. */
		featureCode: text().notNull(),
		population: integer().notNull(),
		/** Degrees, WGS 84. */
		latitude: doublePrecision().notNull(),
		longitude: doublePrecision().notNull(),
		/** What makes it like other towns, as `encodeTraits` writes it; 0 when nothing is known. */
		traits: integer().notNull().default(0),
	},
	(t) => [
		index("places_search_name_trgm").using("gin", sql`${t.searchName} gin_trgm_ops`),
		index("places_traits").on(t.traits),
		index("places_country_population").on(t.country, t.population.desc().nullsFirst()),
		check("places_country_form", sql`${t.country} ~ '^[A-Z]{2}$'`),
		check("places_population_positive", sql`${t.population} >= 0`),
		check(
			"places_coordinates",
			sql`${t.latitude} between -90 and 90 and ${t.longitude} between -180 and 180`,
		),
	],
);

export const organisationKind = pgEnum("organisation_kind", organisationKinds);

export const organisations = pgTable(
	"organisations",
	{
		id: id(),
		name: text().notNull(),
		kind: organisationKind().notNull(),
		placeId: integer()
			.notNull()
			.references(() => places.id),
		website: text(),
		createdAt: createdAt(),
		updatedAt: updatedAt(),
	},
	(t) => [
		uniqueIndex("organisations_place_name").on(t.placeId, sql`lower(${t.name})`),
		check("organisations_name_length", sql`char_length(${t.name}) between 1 and 200`),
	],
);

export type Place = typeof places.$inferSelect;
export type Organisation = typeof organisations.$inferSelect;

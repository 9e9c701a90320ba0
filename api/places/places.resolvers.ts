import { regionOf } from "@interurban/contract/countries";
import { incomeGroupOf } from "@interurban/contract/income-groups";
import { decodeTraits } from "@interurban/db/place-traits";
import type { Resolvers } from "../generated/resolvers.ts";
import { personById, townOfViewer } from "../people/people.ts";
import {
	countryName,
	countsOfCountry,
	findCountry,
	findPlace,
	findPlaceByName,
	isCapital,
	likenessOf,
	listAnalogues,
	listCountries,
	listPlacesOfCountry,
	listPlacesOfMap,
	listSimilarPlaces,
	organisationById,
	organisationsOfPlace,
	peopleCountOfPlace,
	peopleIdsOfPlace,
	placeById,
	placeName,
	placeSlug,
	practiceCountOfPlace,
	project,
	readPlaceId,
	suggestPlaces,
} from "./places.ts";

export const placesResolvers: Resolvers = {
	Query: {
		place: (_, { id }, ctx) => findPlace(ctx, id),
		suggestPlaces: (_, { text, first }, ctx) => suggestPlaces(ctx.db, text, first ?? 8),
		placesCalled: async (_, { name }, ctx) => {
			const { place, candidates } = await findPlaceByName(ctx.db, name);
			return place ? [place] : candidates;
		},
		country: (_, { code }) => findCountry(code),
		countries: (_, __, ctx) => listCountries(ctx),
		practiceMap: (_, __, ctx) => listPlacesOfMap(ctx),
		organisation: (_, { id }, ctx) => {
			const number = readPlaceId(id);
			return number === null ? null : organisationById(ctx).load(number);
		},
	},
	Place: {
		name: (place, _, ctx) => placeName(place, ctx.language),
		slug: (place) => placeSlug(place),
		countryName: (place, _, ctx) => countryName(place.country, ctx.language),
		region: (place) => regionOf(place.country),
		population: (place) => place.population || null,
		mapX: (place) => project(place.latitude, place.longitude).x,
		mapY: (place) => project(place.latitude, place.longitude).y,
		isCapital: (place) => isCapital(place),
		practiceCount: (place, _, ctx) => practiceCountOfPlace(ctx).load(place.id),
		peopleCount: (place, _, ctx) => peopleCountOfPlace(ctx).load(place.id),
		people: async (place, { first }, ctx) => {
			const ids = await peopleIdsOfPlace(ctx).load(place.id);
			const people = await Promise.all(
				ids.slice(0, Math.max(first ?? 20, 0)).map((id) => personById(ctx).load(id)),
			);
			return people.filter((person) => person !== null);
		},
		organisations: (place, _, ctx) => organisationsOfPlace(ctx).load(place.id),
		income: (place) => incomeGroupOf(place.country),
		climate: (place) => decodeTraits(place.traits).climate,
		isCoastal: (place) => decodeTraits(place.traits).coastal,
		likeness: async (place, { to }, ctx) => {
			const other = to ? await findPlace(ctx, to) : await townOfViewer(ctx);
			return other && other.id !== place.id ? likenessOf(place, other) : null;
		},
		similarPlaces: (place, { first }, ctx) => listSimilarPlaces(ctx, place, first ?? 6),
		analogues: (place, { first }, ctx) => listAnalogues(ctx, place, first ?? 6),
	},
	Country: {
		name: (country, _, ctx) => countryName(country.code, ctx.language),
		region: (country) => regionOf(country.code),
		practiceCount: async (country, _, ctx) => (await countsOfCountry(ctx, country.code)).practices,
		peopleCount: async (country, _, ctx) => (await countsOfCountry(ctx, country.code)).people,
		places: (country, { first }, ctx) => listPlacesOfCountry(ctx, country.code, first ?? 50),
	},
	Organisation: {
		place: async (organisation, _, ctx) => {
			const place = await placeById(ctx).load(organisation.placeId);
			if (!place) throw new Error(`organisation ${organisation.id} is at no place`);
			return place;
		},
	},
};

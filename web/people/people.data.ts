import { capacities } from "@interurban/contract/vocabulary";
import { query } from "@solidjs/router";
import { execute } from "../execute.ts";
import {
	Account,
	Fitting,
	OwnProfile,
	People,
	PeopleSuggestions,
	Person,
	SuggestedPlaces,
} from "../generated/operations.ts";
import type {
	OwnProfileQuery,
	PeopleFilter,
	PersonItemFragment,
	PersonQuery,
	ProfileFieldsFragment,
} from "../generated/types.ts";
import type { Suggestion } from "../ui/Combobox.tsx";

export type PersonSummary = PersonItemFragment;
export type FullPerson = NonNullable<PersonQuery["person"]>;
export type Profile = ProfileFieldsFragment;
export type SpokenLanguages = OwnProfileQuery["spokenLanguages"];

export const getPeople = query(
	(filter: PeopleFilter, after: string | null) => execute(People, { filter, after }),
	"people",
);
export const getPerson = query((handle: string) => execute(Person, { handle }), "person");
export const getAccount = query(() => execute(Account, {}), "account");
export const getOwnProfile = query(() => execute(OwnProfile, {}), "own-profile");
export const getFitting = query(() => execute(Fitting, {}), "fitting");

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** The filter of a list of people, from the address. */
export function filterIn(address: Query) {
	const list = (name: string) => [address[name] ?? []].flat().filter(Boolean);
	return {
		topic: list("topic"),
		country: list("country"),
		language: list("language"),
		capacity: capacities.filter((capacity) => list("capacity").includes(capacity)),
	};
}

/** Towns for what is being typed. */
export async function suggestPlaces(text: string): Promise<Suggestion[]> {
	const found = await execute(SuggestedPlaces, { text });
	return found.suggestPlaces.map((place) => ({
		value: place.id,
		label: place.name,
		detail: place.countryName,
	}));
}

/** Members for what is being typed. */
export async function suggestPeople(text: string): Promise<Suggestion[]> {
	const { people } = (await execute(PeopleSuggestions, { text })).suggest;
	return people.map(({ handle, name, organisation, place }) => ({
		value: handle,
		label: name,
		detail: organisation?.name ?? place?.name,
	}));
}

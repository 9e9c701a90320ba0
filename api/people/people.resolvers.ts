import type { Resolvers } from "../generated/resolvers.ts";
import { organisationById, placeById } from "../places/places.ts";
import { listPeopleThatFit, listPracticesThatFit } from "./fitting.ts";
import { canEditProfile, canSeeContact } from "./people.rules.ts";
import {
	findPerson,
	languagesByPerson,
	listPeople,
	listPeopleFacets,
	ownRow,
	topicsByPerson,
} from "./people.ts";
import { changeLanguage, finishOnboarding, updateProfile } from "./profile.ts";
import { languageName, listSpokenLanguages } from "./spoken-languages.ts";

export const peopleResolvers: Resolvers = {
	Query: {
		viewer: (_, __, ctx) => ctx.viewer,
		person: (_, { handle }, ctx) => findPerson(ctx, handle),
		people: (_, input, ctx) => listPeople(ctx, input),
		peopleFacets: (_, { filter }, ctx) => listPeopleFacets(ctx, filter),
		spokenLanguages: (_, __, ctx) => [...listSpokenLanguages(ctx.language)],
	},
	Mutation: {
		updateProfile: (_, { input }, ctx) => updateProfile(ctx, input),
		finishOnboarding: (_, __, ctx) => finishOnboarding(ctx),
		changeLanguage: (_, { language }, ctx) => changeLanguage(ctx, language),
	},
	Viewer: {
		person: (viewer, _, ctx) => ownRow(ctx, viewer),
		peopleThatFit: (viewer, { first }, ctx) => listPeopleThatFit(ctx, viewer, first ?? 5),
		practicesThatFit: (viewer, { first }, ctx) => listPracticesThatFit(ctx, viewer, first ?? 5),
	},
	Person: {
		organisation: (person, _, ctx) =>
			person.organisationId ? organisationById(ctx).load(person.organisationId) : null,
		place: (person, _, ctx) => (person.placeId ? placeById(ctx).load(person.placeId) : null),
		languages: (person, _, ctx) => languagesByPerson(ctx).load(person.id),
		knows: async (person, _, ctx) => (await topicsByPerson(ctx).load(person.id)).knows,
		seeksTopics: async (person, _, ctx) => (await topicsByPerson(ctx).load(person.id)).seeks,
		email: (person, _, ctx) => (canSeeContact(ctx.viewer, person.showEmail) ? person.email : null),
		phone: (person, _, ctx) =>
			person.phone && canSeeContact(ctx.viewer, person.showPhone) ? person.phone : null,
		memberSince: (person) => person.createdAt,
		viewerCanEdit: (person, _, ctx) => canEditProfile(ctx.viewer, person),
	},
	PersonLanguage: { language: (row) => ({ tag: row.language }) },
	SpokenLanguage: { name: ({ tag }, _, ctx) => languageName(tag, ctx.language) },
};

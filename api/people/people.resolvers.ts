import type { Resolvers } from "../generated/resolvers.ts";
import { canEditProfile } from "./people.rules.ts";
import { findPerson, personById } from "./people.ts";

export const peopleResolvers: Resolvers = {
	Query: {
		viewer: (_, __, ctx) => ctx.viewer,
		person: (_, { handle }, ctx) => findPerson(ctx, handle),
	},
	Viewer: {
		person: async (viewer, _, ctx) => {
			const person = await personById(ctx).load(viewer.id);
			if (!person) throw new Error("the viewer has no row");
			return person;
		},
	},
	Person: {
		memberSince: (person) => person.createdAt,
		viewerCanEdit: (person, _, ctx) => canEditProfile(ctx.viewer, person),
	},
};

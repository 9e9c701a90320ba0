import type { Resolvers } from "../generated/resolvers.ts";
import { changeHabits, habitsOf, usuallyReplies } from "./presence.ts";

export const presenceResolvers: Resolvers = {
	Mutation: {
		changeHabits: (_, habits, ctx) => changeHabits(ctx, habits),
	},
	Viewer: {
		showTyping: async (viewer, _, ctx) => (await habitsOf(ctx, viewer)).showTyping,
		showPresence: async (viewer, _, ctx) => (await habitsOf(ctx, viewer)).showPresence,
		useKeys: async (viewer, _, ctx) => (await habitsOf(ctx, viewer)).useKeys,
	},
	Person: {
		usuallyReplies: (person, _, ctx) => usuallyReplies(ctx, person),
	},
};

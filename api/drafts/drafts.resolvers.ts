import type { Resolvers } from "../generated/resolvers.ts";
import { discardDraft, findDraft, listDrafts, saveDraft, titleOf } from "./drafts.ts";

export const draftsResolvers: Resolvers = {
	Query: {
		draft: (_, { key }, ctx) => findDraft(ctx, key),
		drafts: (_, __, ctx) => listDrafts(ctx),
	},
	Mutation: {
		saveDraft: (_, { key, fields, version }, ctx) => saveDraft(ctx, key, fields, version),
		deleteDraft: (_, { key }, ctx) => discardDraft(ctx, key),
	},
	Draft: {
		fields: (draft) => draft.fields.map(([name, value]) => ({ name, value })),
		title: (draft) => titleOf(draft),
	},
};

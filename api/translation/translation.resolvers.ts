import type { Resolvers } from "../generated/resolvers.ts";
import { renderMarkdown } from "../markdown.ts";
import { personById } from "../people/people.ts";
import { canEditTranslation } from "./translation.rules.ts";
import {
	findTranslation,
	removeTranslation,
	translatePost,
	viewerCanTranslate,
	writeTranslation,
} from "./translation.ts";

export const translationResolvers: Resolvers = {
	Query: { machineTranslation: (_, __, ctx) => ctx.translator !== null },
	Mutation: {
		translatePost: (_, input, ctx) => translatePost(ctx, input),
		writeTranslation: (_, input, ctx) => writeTranslation(ctx, input),
		removeTranslation: (_, input, ctx) => removeTranslation(ctx, input),
	},
	Post: {
		translation: (post, { language }, ctx) => findTranslation(ctx, post, language),
		viewerCanTranslate: (post, _, ctx) => viewerCanTranslate(ctx, post),
	},
	PostTranslation: {
		html: ({ body }) => renderMarkdown(body),
		translator: ({ translatorId }, _, ctx) =>
			translatorId === null ? null : personById(ctx).load(translatorId),
		viewerCanEdit: (translation, _, ctx) => canEditTranslation(ctx.viewer, translation),
	},
};

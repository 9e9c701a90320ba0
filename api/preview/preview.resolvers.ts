import type { Resolvers } from "../generated/resolvers.ts";
import { renderPreview } from "./preview.ts";

export const previewResolvers: Resolvers = {
	Query: {
		renderMarkdown: (_, { texts }, ctx) => renderPreview(ctx, texts),
	},
};

import type { SearchKind } from "@interurban/contract/vocabulary";
import type { Resolvers } from "../generated/resolvers.ts";
import { findTopic } from "../topics/topics.ts";
import {
	findThings,
	listFacets,
	listNearTopics,
	listWithoutFacet,
	passageIn,
	reasonsOf,
} from "./search.results.ts";
import { findSimilar } from "./search.similar.ts";
import { suggest } from "./search.suggestions.ts";

export const searchResolvers: Resolvers = {
	Query: {
		search: (_, args, ctx) => findThings(ctx, args),
		similar: (_, { title, text, language }, ctx) =>
			findSimilar(ctx, { title, text: text ?? "", language: language ?? null }),
		suggest: (_, { text }, ctx) => suggest(ctx, text),
	},
	SearchResults: {
		words: ({ signs }) => signs.words,
		quoted: ({ signs }) => signs.quoted,
		excluded: ({ signs }) => signs.excluded,
		hasOtherSigns: ({ signs }) => signs.hasOthers,
		reads: (results) => results.query.reads,
		similarTo: ({ similarTo }) => similarTo,
		total: (results) => results.counts.total,
		facets: (results, _, ctx) => listFacets(ctx, results),
		withoutFacet: (results, _, ctx) => listWithoutFacet(ctx, results),
		nearTopics: (results, _, ctx) => listNearTopics(ctx, results),
	},
	SearchHit: {
		id: ({ hit }) => `${hit.kind}-${hit.ref}`,
		kind: ({ hit }) => hit.kind as SearchKind,
		language: ({ hit }) => (hit.language === "und" ? null : hit.language),
		alike: ({ hit }) => hit.alike || null,
		passage: (found, _, ctx) => passageIn(ctx, found),
		reasons: (found, _, ctx) => reasonsOf(ctx, found),
	},
	SearchReason: {
		topic: ({ concept }) => (concept === null ? null : findTopic(concept)),
	},
};

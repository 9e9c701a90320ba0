import type { Resolvers } from "../generated/resolvers.ts";
import {
	countsOfTopic,
	findSdgs,
	findTopic,
	findTopicsInText,
	headingOf,
	listBroader,
	listNarrower,
	listSdgs,
	listTopTopics,
	suggestTopics,
} from "./topics.ts";

export const topicsResolvers: Resolvers = {
	Query: {
		topics: (_, __, ctx) => listTopTopics(ctx.language),
		sdgs: () => listSdgs(),
		topic: (_, { id }) => findTopic(id),
		suggestTopics: (_, { text, first }, ctx) => suggestTopics(ctx, text, first ?? 8),
		topicsInText: (_, { text, title, language, first }, ctx) =>
			findTopicsInText(ctx, { text, title: title ?? "", language: language ?? null }, first ?? 6),
	},
	Topic: {
		label: (topic, _, ctx) => headingOf(topic, ctx.language),
		otherLabels: (topic, _, ctx) => [...topic.altLabel[ctx.language]],
		exactMatches: (topic) => [...topic.exactMatch],
		broader: (topic) => listBroader(topic),
		narrower: (topic, _, ctx) => listNarrower(topic, ctx.language),
		practiceCount: async (topic, _, ctx) => (await countsOfTopic(ctx, topic.id)).practices,
		peopleCount: async (topic, _, ctx) => (await countsOfTopic(ctx, topic.id)).people,
		related: (topic) => topic.related.flatMap((id) => findTopic(id) ?? []),
		sdgs: (topic) => findSdgs(topic.sdgs),
	},
	Sdg: {
		title: (sdg, _, ctx) => sdg.title[ctx.language],
	},
};

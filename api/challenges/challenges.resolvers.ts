import { labelOf } from "@interurban/concepts/concepts";
import { compareIn } from "@interurban/words/collate";
import type { Resolvers } from "../generated/resolvers.ts";
import { renderMarkdown } from "../markdown.ts";
import { personById } from "../people/people.ts";
import { placeById } from "../places/places.ts";
import { slugOf } from "../slug.ts";
import { threadOfChallenge } from "../threads/threads.ts";
import { findTopic } from "../topics/topics.ts";
import { canCloseChallenge, canEditChallenge } from "./challenges.rules.ts";
import {
	closeChallenge,
	findChallenge,
	listChallengesOf,
	publishChallenge,
	updateChallenge,
} from "./challenges.ts";

async function some<T>(found: Promise<T | null>): Promise<T> {
	const one = await found;
	if (one === null) throw new Error("a challenge lacks what belongs to it");
	return one;
}

export const challengesResolvers: Resolvers = {
	Query: {
		challenge: (_, { id }, ctx) => findChallenge(ctx, id),
		challenges: (_, { open, topicId, ...page }, ctx) => listChallengesOf(ctx, { open, topicId }, page),
	},
	Mutation: {
		publishChallenge: (_, input, ctx) => publishChallenge(ctx, input),
		updateChallenge: (_, input, ctx) => updateChallenge(ctx, input),
		closeChallenge: (_, { id }, ctx) => closeChallenge(ctx, id, true),
		reopenChallenge: (_, { id }, ctx) => closeChallenge(ctx, id, false),
	},
	Challenge: {
		slug: (challenge) => slugOf(challenge.title, challenge.language),
		problemHtml: (challenge) => renderMarkdown(challenge.problem),
		constraintsHtml: (challenge) => renderMarkdown(challenge.constraints),
		author: (challenge, _, ctx) => some(personById(ctx).load(challenge.authorId)),
		place: (challenge, _, ctx) => some(placeById(ctx).load(challenge.placeId)),
		topics: (challenge, _, ctx) => {
			const compare = compareIn(ctx.language);
			return challenge.topicIds
				.flatMap((id) => findTopic(id) ?? [])
				.sort((a, b) => compare(labelOf(a, ctx.language), labelOf(b, ctx.language)));
		},
		thread: (challenge, _, ctx) => some(threadOfChallenge(ctx).load(challenge.id)),
		viewerCanEdit: (challenge, _, ctx) => canEditChallenge(ctx.viewer, challenge),
		viewerCanClose: (challenge, _, ctx) => canCloseChallenge(ctx.viewer, challenge),
	},
	Person: {
		challenges: (person, page, ctx) => listChallengesOf(ctx, { authorId: person.id }, page),
	},
	Place: {
		challenges: (place, page, ctx) => listChallengesOf(ctx, { placeId: place.id }, page),
	},
	Topic: {
		challenges: (topic, page, ctx) => listChallengesOf(ctx, { open: true, topicId: topic.id }, page),
	},
};

import { query } from "@solidjs/router";
import { execute } from "../execute.ts";
import { Topic, Topics } from "../generated/operations.ts";
import type { TopicQuery } from "../generated/types.ts";

export type TopicData = TopicQuery;
export type FullTopic = NonNullable<TopicQuery["topic"]>;

export const getTopics = query(() => execute(Topics, {}), "topics");

/** A topic by its id with a page of its practices. */
export const getTopic = query(
	(id: string, after: string | null) => execute(Topic, { id, filter: { topic: id }, after }),
	"topic",
);

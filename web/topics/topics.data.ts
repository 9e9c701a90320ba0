import { query } from "@solidjs/router";
import { execute } from "../execute.ts";
import { Topic, Topics } from "../generated/operations.ts";

export const getTopics = query(() => execute(Topics, {}), "topics");
export const getTopic = query((id: string) => execute(Topic, { id }), "topic");

import { execute } from "../execute.ts";
import { Similar } from "../generated/operations.ts";
import type { SimilarQuery, SimilarQueryVariables } from "../generated/types.ts";

export type SimilarThing = SimilarQuery["similar"][number];

/** Practices, challenges and discussions that resemble what somebody is writing. */
export async function findSimilar(written: SimilarQueryVariables): Promise<readonly SimilarThing[]> {
	return (await execute(Similar, written)).similar;
}

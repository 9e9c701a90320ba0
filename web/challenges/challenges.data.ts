import { query } from "@solidjs/router";
import { execute } from "../execute.ts";
import { Challenge, ChallengeForm, ChallengeStart, Challenges } from "../generated/operations.ts";
import type { ChallengeFormQuery, ChallengeItemFragment, ChallengeQuery } from "../generated/types.ts";

export type ChallengeSummary = ChallengeItemFragment;
export type FullChallenge = NonNullable<ChallengeQuery["challenge"]>;
export type WrittenChallenge = NonNullable<ChallengeFormQuery["challenge"]>;

/** Which challenges a list shows. */
export type ChallengeList = { open: boolean | null; topicId: string | null; after: string | null };

/** What the address of the list asks for; the open ones unless it says otherwise. */
export function listIn(address: Readonly<Record<string, string | string[] | undefined>>): ChallengeList {
	const one = (name: string) => [address[name] ?? []].flat()[0] || null;
	const show = one("show");
	return {
		open: show === "all" ? null : show !== "closed",
		topicId: one("topic"),
		after: one("after"),
	};
}

export const getChallenges = query((list: ChallengeList) => execute(Challenges, list), "challenges");

export const getChallenge = query((id: string) => execute(Challenge, { id }), "challenge");

/** As its author wrote it, for changing it. */
export const getWrittenChallenge = query((id: string) => execute(ChallengeForm, { id }), "written-challenge");

/** What a new one begins with: the town the reader works in, and a topic of the address. */
export const getStart = query((topic: string) => execute(ChallengeStart, { topic }), "challenge-start");

/** The address of a challenge. */
export function challengePath(challenge: { id: string; slug: string }): string {
	return `/challenges/${challenge.id}${challenge.slug ? `-${challenge.slug}` : ""}`;
}

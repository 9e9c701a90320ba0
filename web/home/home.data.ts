import { query } from "@solidjs/router";
import { execute } from "../execute.ts";
import { Home } from "../generated/operations.ts";
import type { ChallengeTeaserFragment, HomeQuery } from "../generated/types.ts";

export type HomeData = HomeQuery;
export type ChallengeTeaserData = ChallengeTeaserFragment;

export const getHome = query(() => execute(Home, {}), "home");

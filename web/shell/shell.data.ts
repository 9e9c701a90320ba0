import { query } from "@solidjs/router";
import { execute } from "../execute.ts";
import { Viewer } from "../generated/operations.ts";
import type { ViewerQuery } from "../generated/types.ts";

/** Whoever is signed in. */
export type Member = NonNullable<ViewerQuery["viewer"]>;

/** The signed-in person, or null. */
export const getViewer = query(() => execute(Viewer, {}), "viewer");

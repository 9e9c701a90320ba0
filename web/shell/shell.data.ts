import { query } from "@solidjs/router";
import { execute } from "../execute.ts";
import { Viewer } from "../generated/operations.ts";

/** The signed-in person, or null. */
export const getViewer = query(() => execute(Viewer, {}), "viewer");

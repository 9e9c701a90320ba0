import type { Draft } from "@interurban/db/schema/people";

export type DraftRow = Draft;

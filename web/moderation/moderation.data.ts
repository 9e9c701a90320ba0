import { query } from "@solidjs/router";
import { execute } from "../execute.ts";
import { Reports } from "../generated/operations.ts";
import type { ReportsQuery } from "../generated/types.ts";

export type Report = ReportsQuery["reports"]["items"][number];

export const getReports = query(
	(closed: boolean, after: string | null) => execute(Reports, { closed, after }),
	"reports",
);

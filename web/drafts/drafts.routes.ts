import type { RouteDefinition } from "@solidjs/router";
import { page } from "../page.ts";
import { getDrafts } from "./drafts.data.ts";

export const draftsRoutes: RouteDefinition[] = [
	{
		path: "/drafts",
		component: page("./drafts/Drafts.page.tsx", ["drafts"]),
		preload: () => getDrafts(),
	},
];

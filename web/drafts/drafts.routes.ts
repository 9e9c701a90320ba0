import type { RouteDefinition } from "@solidjs/router";
import { page } from "../page.ts";

const draftsData = () => import("./drafts.data.ts");

export const draftsRoutes: RouteDefinition[] = [
	{
		path: "/drafts",
		component: page("./drafts/Drafts.page.tsx", ["drafts"]),
		preload: () => draftsData().then(({ getDrafts }) => getDrafts()),
	},
];

import type { RouteDefinition } from "@solidjs/router";
import { page } from "../page.ts";

const practicesData = () => import("./practices.data.ts");

export const practicesRoutes: RouteDefinition[] = [
	{
		path: "/practices",
		component: page("./practices/Practices.page.tsx", ["practices"]),
		preload: ({ location }) =>
			practicesData().then(({ getPractices }) => getPractices(String(location.query.after ?? "") || null)),
	},
	{
		path: "/practices/:slug",
		component: page("./practices/Practice.page.tsx", ["practices", "practice_terms", "threads"]),
		preload: ({ params }) => practicesData().then(({ getPractice }) => getPractice(params.slug ?? "")),
	},
];

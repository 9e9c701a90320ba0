import type { RouteDefinition } from "@solidjs/router";
import { page } from "../page.ts";

const topicsData = () => import("./topics.data.ts");

export const topicsRoutes: RouteDefinition[] = [
	{
		path: "/topics",
		component: page("./topics/Topics.page.tsx", ["topics"]),
		preload: () => topicsData().then(({ getTopics }) => getTopics()),
	},
	{
		path: "/topics/:id",
		component: page("./topics/Topic.page.tsx", ["topics", "home"]),
		preload: ({ params, location }) =>
			topicsData().then(({ getTopic }) =>
				getTopic(params.id ?? "", String(location.query.after ?? "") || null),
			),
	},
];

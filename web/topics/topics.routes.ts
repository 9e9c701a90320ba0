import type { RouteDefinition } from "@solidjs/router";
import { page } from "../page.ts";
import { getTopic, getTopics } from "./topics.data.ts";

export const topicsRoutes: RouteDefinition[] = [
	{ path: "/topics", component: page("./topics/Topics.page.tsx", ["topics"]), preload: () => getTopics() },
	{
		path: "/topics/:id",
		component: page("./topics/Topic.page.tsx", ["topics", "home"]),
		preload: ({ params, location }) => getTopic(params.id ?? "", String(location.query.after ?? "") || null),
	},
];

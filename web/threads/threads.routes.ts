import type { RouteDefinition } from "@solidjs/router";
import { page } from "../page.ts";

const one = (value: unknown) => (typeof value === "string" && value ? value : null);

const threadsData = () => import("./threads.data.ts");

export const threadsRoutes: RouteDefinition[] = [
	{
		path: "/threads",
		component: page("./threads/Threads.page.tsx", ["threads"]),
		preload: ({ location: { query } }) =>
			threadsData().then(({ getThreads }) => getThreads(one(query.topic), one(query.after))),
	},
	{ path: "/threads/new", component: page("./threads/NewThread.page.tsx", ["threads"]) },
	{
		path: "/threads/:idslug",
		component: page("./threads/Thread.page.tsx", ["threads"]),
		preload: ({ params, location }) =>
			threadsData().then(({ getThread, idIn, windowIn }) =>
				getThread(idIn(params.idslug), windowIn(location.query)),
			),
	},
];

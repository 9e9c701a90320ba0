import type { RouteDefinition } from "@solidjs/router";
import { page } from "../page.ts";
import { getThread, getThreads, idIn, windowIn } from "./threads.data.ts";

const one = (value: unknown) => (typeof value === "string" && value ? value : null);

export const threadsRoutes: RouteDefinition[] = [
	{
		path: "/threads",
		component: page("./threads/Threads.page.tsx", ["threads"]),
		preload: ({ location: { query } }) => getThreads(one(query.topic), one(query.after)),
	},
	{ path: "/threads/new", component: page("./threads/NewThread.page.tsx", ["threads"]) },
	{
		path: "/threads/:idslug",
		component: page("./threads/Thread.page.tsx", ["threads"]),
		preload: ({ params, location }) => getThread(idIn(params.idslug), windowIn(location.query)),
	},
];

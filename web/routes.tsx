import type { RouteDefinition } from "@solidjs/router";
import { page } from "./page.ts";
import { practicesRoutes } from "./practices/practices.routes.ts";
import { NotFound } from "./shell/ErrorPage.tsx";
import { topicsRoutes } from "./topics/topics.routes.ts";

/** Every page's address, below the language prefix. */
export const routes: RouteDefinition[] = [
	{ path: "/", component: page("./home/Home.page.tsx", ["home"]) },
	...practicesRoutes,
	...topicsRoutes,
	{ path: "*", component: NotFound },
];

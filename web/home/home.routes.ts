import type { RouteDefinition } from "@solidjs/router";
import { page } from "../page.ts";
import { getHome } from "./home.data.ts";

export const homeRoutes: RouteDefinition[] = [
	{ path: "/", component: page("./home/Home.page.tsx", ["home", "places"]), preload: () => getHome() },
];

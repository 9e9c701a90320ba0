import type { RouteDefinition } from "@solidjs/router";
import { page } from "../page.ts";

const homeData = () => import("./home.data.ts");

export const homeRoutes: RouteDefinition[] = [
	{
		path: "/",
		component: page("./home/Home.page.tsx", ["home", "places"]),
		preload: () => homeData().then(({ getHome }) => getHome()),
	},
];

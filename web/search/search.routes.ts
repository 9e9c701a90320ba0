import type { RouteDefinition } from "@solidjs/router";
import { page } from "../page.ts";

const searchData = () => import("./search.data.ts");
const searchAddress = () => import("./search-address.ts");

export const searchRoutes: RouteDefinition[] = [
	{
		path: "/search",
		component: page("./search/Search.page.tsx", ["search"]),
		preload: ({ location }) =>
			Promise.all([searchData(), searchAddress()]).then(([{ getResults }, { readSearch }]) =>
				getResults(readSearch(location.search)),
			),
	},
];

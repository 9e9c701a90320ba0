import type { RouteDefinition } from "@solidjs/router";
import { page } from "../page.ts";
import { getResults } from "./search.data.ts";
import { readSearch } from "./search-address.ts";

export const searchRoutes: RouteDefinition[] = [
	{
		path: "/search",
		component: page("./search/Search.page.tsx", ["search"]),
		preload: ({ location }) => getResults(readSearch(location.search)),
	},
];

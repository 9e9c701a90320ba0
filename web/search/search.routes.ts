import type { RouteDefinition } from "@solidjs/router";
import { page } from "../page.ts";
import { readSearch } from "./search-address.ts";

const searchData = () => import("./search.data.ts");

export const searchRoutes: RouteDefinition[] = [
	{
		path: "/search",
		component: page("./search/Search.page.tsx", ["search"]),
		preload: ({ location }) => searchData().then(({ getResults }) => getResults(readSearch(location.search))),
	},
];

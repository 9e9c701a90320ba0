import type { RouteDefinition } from "@solidjs/router";
import { page } from "../page.ts";

const placesData = () => import("./places.data.ts");

export const placesRoutes: RouteDefinition[] = [
	{
		path: "/places/:place",
		component: page("./places/Place.page.tsx", ["places", "alike"]),
		preload: ({ params, location }) =>
			Promise.all([placesData(), import("./place-page.ts")]).then(([{ getPlace }, { readPlacePage }]) => {
				const { id, after, other } = readPlacePage(params.place, location);
				return getPlace(id, after, other);
			}),
	},
	{
		path: "/countries",
		component: page("./places/Countries.page.tsx", ["places"]),
		preload: () => placesData().then(({ getCountries }) => getCountries()),
	},
	{
		path: "/countries/:code",
		component: page("./places/Country.page.tsx", ["places"]),
		preload: ({ params, location }) =>
			placesData().then(({ getCountry }) =>
				getCountry((params.code ?? "").toUpperCase(), String(location.query.after ?? "") || null),
			),
	},
];

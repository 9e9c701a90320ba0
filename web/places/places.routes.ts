import { page } from "../page.ts";

export const placesRoutes = [
	page("/places/:place", "./places/Place.page.tsx", ["places", "alike"]),
	page("/countries", "./places/Countries.page.tsx", ["places"]),
	page("/countries/:code", "./places/Country.page.tsx", ["places"]),
];

import type { RouteDefinition } from "@solidjs/router";
import { alertsRoutes } from "./alerts/alerts.routes.ts";
import { challengesRoutes } from "./challenges/challenges.routes.ts";
import { draftsRoutes } from "./drafts/drafts.routes.ts";
import { homeRoutes } from "./home/home.routes.ts";
import { peopleRoutes } from "./people/people.routes.ts";
import { placesRoutes } from "./places/places.routes.ts";
import { practicesRoutes } from "./practices/practices.routes.ts";
import { writingRoutes } from "./practices/writing.routes.ts";
import { searchRoutes } from "./search/search.routes.ts";
import { NotFound } from "./shell/ErrorPage.tsx";
import { threadsRoutes } from "./threads/threads.routes.ts";
import { topicsRoutes } from "./topics/topics.routes.ts";
import { styleguideRoutes } from "./ui/styleguide.routes.ts";

/**
 * The address as it is when a preload begins. The router's own tells the page left behind to whoever asks later, as
 * preloads do that wait for their module; and what was first read so stays wrong.
 */
function atOnce({ preload, ...route }: RouteDefinition): RouteDefinition {
	if (!preload) return route;
	return {
		...route,
		preload: async ({ params, location, intent }) => {
			try {
				await preload({
					params: { ...params },
					location: { ...location, query: { ...location.query } },
					intent,
				});
			} catch {
				// It fails again for the page, which says so; here nobody listens.
			}
		},
	};
}

const pages: RouteDefinition[] = [
	...alertsRoutes,
	...challengesRoutes,
	...homeRoutes,
	...placesRoutes,
	...practicesRoutes,
	...writingRoutes,
	...draftsRoutes,
	...searchRoutes,
	...threadsRoutes,
	...topicsRoutes,
	...styleguideRoutes,
	...peopleRoutes,
	{ path: "*", component: NotFound },
];

/** Every page's address, below the language prefix. */
export const routes: RouteDefinition[] = pages.map(atOnce);

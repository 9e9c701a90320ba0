import type { RouteDefinition } from "@solidjs/router";
import { alertsRoutes } from "./alerts/alerts.routes.ts";
import { challengesRoutes } from "./challenges/challenges.routes.ts";
import { draftsRoutes } from "./drafts/drafts.routes.ts";
import { homeRoutes } from "./home/home.routes.ts";
import { inboxRoutes } from "./inbox/inbox.routes.ts";
import { messagesRoutes } from "./messages/messages.routes.ts";
import { moderationRoutes } from "./moderation/moderation.routes.ts";
import { outboxRoutes } from "./outbox/outbox.routes.ts";
import { peopleRoutes } from "./people/people.routes.ts";
import { placesRoutes } from "./places/places.routes.ts";
import { practicesRoutes } from "./practices/practices.routes.ts";
import { writingRoutes } from "./practices/writing.routes.ts";
import { searchRoutes } from "./search/search.routes.ts";
import { NotFound } from "./shell/ErrorPage.tsx";
import { threadsRoutes } from "./threads/threads.routes.ts";
import { topicsRoutes } from "./topics/topics.routes.ts";
import { translationRoutes } from "./translation/translation.routes.ts";
import { styleguideRoutes } from "./ui/styleguide.routes.ts";

/** Every page's address, below the language prefix. */
export const routes: RouteDefinition[] = [
	...alertsRoutes,
	...challengesRoutes,
	...homeRoutes,
	...inboxRoutes,
	...messagesRoutes,
	...moderationRoutes,
	...placesRoutes,
	...practicesRoutes,
	...writingRoutes,
	...draftsRoutes,
	...outboxRoutes,
	...searchRoutes,
	...threadsRoutes,
	...topicsRoutes,
	...translationRoutes,
	...styleguideRoutes,
	...peopleRoutes,
	{ path: "*", component: NotFound },
];

const segments = (path: string) => path.split("/").filter(Boolean);
const patterns = routes.map((route) => ({ route, pattern: segments(String(route.path)) }));

/**
 * The few routes that an address may mean: on the server the router looks through all that it is given with each page.
 * @param path below the language prefix, with its query
 */
export function routesFor(path: string): RouteDefinition[] {
	const given = segments((path.split(/[?#]/, 1)[0] ?? "").toLowerCase());
	const near = patterns.filter(
		({ pattern }) =>
			pattern.length === given.length &&
			pattern.every((segment, index) => segment.startsWith(":") || segment === given[index]),
	);
	return near.length ? near.map(({ route }) => route) : routes.slice(-1);
}

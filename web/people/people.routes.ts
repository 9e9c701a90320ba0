import type { RouteDefinition } from "@solidjs/router";
import { page } from "../page.ts";
import { getViewer } from "../shell/shell.data.ts";
import { filterIn, getAccount, getFitting, getOwnProfile, getPeople, getPerson } from "./people.data.ts";

export const peopleRoutes: RouteDefinition[] = [
	{
		path: "/people",
		component: page("./people/People.page.tsx", ["people"]),
		preload: ({ location }) =>
			getPeople(filterIn(location.query), String(location.query.after ?? "") || null),
	},
	{
		path: "/people/:handle",
		component: page("./people/Person.page.tsx", ["people", "practices"]),
		preload: ({ params }) => getPerson(params.handle ?? ""),
	},
	{ path: "/join", component: page("./people/Join.page.tsx", ["account"]), preload: () => getViewer() },
	{ path: "/sign-in", component: page("./people/SignIn.page.tsx", ["account"]), preload: () => getViewer() },
	{
		path: "/signed-in",
		component: page("./people/SignedIn.page.tsx", ["account"]),
		preload: () => getViewer(),
	},
	{
		path: "/welcome",
		component: page("./people/Welcome.page.tsx", ["account", "people", "practices"]),
		preload: ({ location }) => (location.query.step === "done" ? getFitting() : getOwnProfile()),
	},
	{
		path: "/settings",
		component: page("./people/Settings.page.tsx", ["account"]),
		preload: () => getAccount(),
	},
	{
		path: "/settings/profile",
		component: page("./people/ProfileSettings.page.tsx", ["people"]),
		preload: () => getOwnProfile(),
	},
];

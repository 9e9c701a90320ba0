import type { RouteDefinition } from "@solidjs/router";
import { page } from "../page.ts";

const shellData = () => import("../shell/shell.data.ts");
const peopleData = () => import("./people.data.ts");

export const peopleRoutes: RouteDefinition[] = [
	{
		path: "/people",
		component: page("./people/People.page.tsx", ["people"]),
		preload: ({ location }) =>
			peopleData().then(({ filterIn, getPeople }) =>
				getPeople(filterIn(location.query), String(location.query.after ?? "") || null),
			),
	},
	{
		path: "/people/:handle",
		component: page("./people/Person.page.tsx", ["people", "practices"]),
		preload: ({ params }) => peopleData().then(({ getPerson }) => getPerson(params.handle ?? "")),
	},
	{
		path: "/join",
		component: page("./people/Join.page.tsx", ["account"]),
		preload: () => shellData().then(({ getViewer }) => getViewer()),
	},
	{
		path: "/sign-in",
		component: page("./people/SignIn.page.tsx", ["account"]),
		preload: () => shellData().then(({ getViewer }) => getViewer()),
	},
	{
		path: "/signed-in",
		component: page("./people/SignedIn.page.tsx", ["account"]),
		preload: () => shellData().then(({ getViewer }) => getViewer()),
	},
	{
		path: "/welcome",
		component: page("./people/Welcome.page.tsx", ["account", "people", "practices"]),
		preload: async ({ location }) => {
			const { getFitting, getOwnProfile } = await peopleData();
			return location.query.step === "done" ? getFitting() : getOwnProfile();
		},
	},
	{
		path: "/settings",
		component: page("./people/Settings.page.tsx", ["account"]),
		preload: () => peopleData().then(({ getAccount }) => getAccount()),
	},
	{
		path: "/settings/profile",
		component: page("./people/ProfileSettings.page.tsx", ["people"]),
		preload: () => peopleData().then(({ getOwnProfile }) => getOwnProfile()),
	},
];

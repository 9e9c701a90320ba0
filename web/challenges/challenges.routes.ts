import type { RouteDefinition } from "@solidjs/router";
import { page } from "../page.ts";

const threadsData = () => import("../threads/threads.data.ts");
const challengesData = () => import("./challenges.data.ts");

export const challengesRoutes: RouteDefinition[] = [
	{
		path: "/challenges",
		component: page("./challenges/Challenges.page.tsx", ["challenges"]),
		preload: ({ location }) =>
			challengesData().then(({ getChallenges, listIn }) => getChallenges(listIn(location.query))),
	},
	{ path: "/challenges/new", component: page("./challenges/NewChallenge.page.tsx", ["challenges"]) },
	{
		path: "/challenges/:idslug/edit",
		component: page("./challenges/EditChallenge.page.tsx", ["challenges"]),
	},
	{
		path: "/challenges/:idslug",
		component: page("./challenges/Challenge.page.tsx", ["challenges", "threads"]),
		preload: ({ params }) =>
			Promise.all([threadsData(), challengesData()]).then(([{ idIn }, { getChallenge }]) =>
				getChallenge(idIn(params.idslug)),
			),
	},
];

import type { RouteDefinition } from "@solidjs/router";
import { page } from "../page.ts";
import { idIn } from "../threads/threads.data.ts";
import { getChallenge, getChallenges, listIn } from "./challenges.data.ts";

export const challengesRoutes: RouteDefinition[] = [
	{
		path: "/challenges",
		component: page("./challenges/Challenges.page.tsx", ["challenges"]),
		preload: ({ location }) => getChallenges(listIn(location.query)),
	},
	{ path: "/challenges/new", component: page("./challenges/NewChallenge.page.tsx", ["challenges"]) },
	{
		path: "/challenges/:idslug/edit",
		component: page("./challenges/EditChallenge.page.tsx", ["challenges"]),
	},
	{
		path: "/challenges/:idslug",
		component: page("./challenges/Challenge.page.tsx", ["challenges", "threads"]),
		preload: ({ params }) => getChallenge(idIn(params.idslug)),
	},
];

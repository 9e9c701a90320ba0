import { page } from "../page.ts";

export const challengesRoutes = [
	page("/challenges", "./challenges/Challenges.page.tsx", ["challenges"]),
	page("/challenges/new", "./challenges/NewChallenge.page.tsx", ["challenges"]),
	page("/challenges/:idslug/edit", "./challenges/EditChallenge.page.tsx", ["challenges"]),
	page("/challenges/:idslug", "./challenges/Challenge.page.tsx", ["challenges", "threads"]),
];

import { page } from "../page.ts";

export const practicesRoutes = [
	page("/practices", "./practices/Practices.page.tsx", ["practices"]),
	page("/practices/:slug", "./practices/Practice.page.tsx", ["practices", "practice_terms"]),
];

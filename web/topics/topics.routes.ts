import { page } from "../page.ts";

export const topicsRoutes = [
	page("/topics", "./topics/Topics.page.tsx", ["topics"]),
	page("/topics/:id", "./topics/Topic.page.tsx", ["topics", "home"]),
];

import { page } from "../page.ts";

export const translationRoutes = [
	page("/threads/:idslug/posts/:number/translation", "./translation/PostTranslation.page.tsx", [
		"translation",
		"conversation",
	]),
];

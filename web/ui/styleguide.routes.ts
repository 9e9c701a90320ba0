import { page } from "../page.ts";

/** The style guide, while developing. */
export const styleguideRoutes = import.meta.env.DEV
	? [page("/styleguide", "./ui/Styleguide.page.tsx", [])]
	: [];

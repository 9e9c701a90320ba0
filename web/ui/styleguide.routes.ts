import type { RouteDefinition } from "@solidjs/router";
import { page } from "../page.ts";

/** The style guide, while developing. */
export const styleguideRoutes: RouteDefinition[] = import.meta.env.DEV
	? [{ path: "/styleguide", component: page("./ui/Styleguide.page.tsx", []) }]
	: [];

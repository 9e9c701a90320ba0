import type { RouteDefinition } from "@solidjs/router";
import { page } from "../page.ts";

const alertsData = () => import("./alerts.data.ts");

export const alertsRoutes: RouteDefinition[] = [
	{
		path: "/alerts",
		component: page("./alerts/Alerts.page.tsx", ["alerts", "search", "search_results"]),
		preload: () => alertsData().then(({ getAlerts }) => getAlerts()),
	},
];

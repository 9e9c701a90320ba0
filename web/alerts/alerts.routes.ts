import type { RouteDefinition } from "@solidjs/router";
import { page } from "../page.ts";

const alertsData = () => import("./alerts.data.ts");

export const alertsRoutes: RouteDefinition[] = [
	{
		path: "/alerts",
		component: page("./alerts/Alerts.page.tsx", ["alerts", "search"]),
		preload: () => alertsData().then(({ getAlerts }) => getAlerts()),
	},
];

import { page } from "../page.ts";

export const alertsRoutes = [
	page("/alerts", "./alerts/Alerts.page.tsx", ["alerts", "search", "search_results"]),
];

import { page } from "../page.ts";

export const moderationRoutes = [
	page("/report", "./moderation/ReportPost.page.tsx", ["moderation", "conversation"]),
	page("/moderation", "./moderation/Moderation.page.tsx", ["moderation"]),
];

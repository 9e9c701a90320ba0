import { page } from "../page.ts";

export const inboxRoutes = [page("/inbox", "./inbox/Inbox.page.tsx", ["inbox"])];

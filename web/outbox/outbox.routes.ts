import { page } from "../page.ts";

export const outboxRoutes = [page("/outbox", "./outbox/Outbox.page.tsx", ["outbox"])];

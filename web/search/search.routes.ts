import { page } from "../page.ts";

export const searchRoutes = [page("/search", "./search/Search.page.tsx", ["search"])];

import { page } from "../page.ts";

export const draftsRoutes = [page("/drafts", "./drafts/Drafts.page.tsx", ["drafts"])];

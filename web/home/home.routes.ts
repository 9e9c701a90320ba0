import { page } from "../page.ts";

export const homeRoutes = [page("/", "./home/Home.page.tsx", ["home", "places"])];

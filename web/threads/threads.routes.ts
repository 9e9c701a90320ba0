import { page } from "../page.ts";

export const threadsRoutes = [
	page("/threads", "./threads/Threads.page.tsx", ["threads"]),
	page("/threads/new", "./threads/NewThread.page.tsx", ["threads", "thread_pages", "pictures"]),
	page("/threads/:idslug/posts/:number", "./threads/PostHistory.page.tsx", ["thread_pages", "practice_edit"]),
	page("/threads/:idslug/edit", "./threads/EditThread.page.tsx", ["threads", "thread_pages"]),
	page("/threads/:idslug", "./threads/Thread.page.tsx", ["threads"]),
];

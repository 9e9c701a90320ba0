import { page } from "../page.ts";

export const messagesRoutes = [
	page("/messages", "./messages/Messages.page.tsx", ["messages"]),
	page("/messages/new", "./messages/NewMessage.page.tsx", ["messages"]),
	page("/messages/:id", "./messages/Conversation.page.tsx", ["messages", "threads", "conversation"]),
];

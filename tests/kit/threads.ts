import { randomUUID } from "node:crypto";
import type { Asker } from "./app.ts";

/** The operations on threads, as tests send them. */
export const documents = {
	start: `mutation ($topicId: ID, $topicIdText: String, $title: String!, $body: String!, $clientId: ID!) {
		startThread(topicId: $topicId, topicIdText: $topicIdText, title: $title, body: $body, clientId: $clientId) {
			id slug title version postCount topic { id }
		}
	}`,
	write: `mutation ($threadId: ID!, $clientId: ID!, $body: String!, $replyToId: ID) {
		writePost(threadId: $threadId, clientId: $clientId, body: $body, replyToId: $replyToId) {
			id number version html body language
		}
	}`,
	edit: `mutation ($id: ID!, $body: String!) {
		editPost(id: $id, body: $body) { id version body html editedAt deleted }
	}`,
	delete: `mutation ($id: ID!) {
		deletePost(id: $id) {
			id number version body html deleted author { name } viewerCanEdit viewerCanDelete
		}
	}`,
	read: `query ($id: ID!, $after: Int, $before: Int, $around: Int, $first: Int) {
		thread(id: $id) {
			version postCount viewerCanPost viewerCanModerate
			posts(after: $after, before: $before, around: $around, first: $first) {
				id number version body html author { name } deleted
				viewerCanEdit viewerCanDelete replyTo { number excerpt deleted }
			}
		}
	}`,
};

/** Opens a thread under the topic `waste`; answers its id. */
export async function openThread(asker: Asker): Promise<string> {
	const variables = { topicId: "waste", title: "Market waste", body: "First", clientId: randomUUID() };
	return (await asker.get(documents.start, variables)).startThread.id;
}

/** Writes a post that must not be refused. */
export async function post(asker: Asker, threadId: string, body: string, replyToId?: string) {
	const variables = { threadId, clientId: randomUUID(), body, replyToId };
	return (await asker.get(documents.write, variables)).writePost;
}

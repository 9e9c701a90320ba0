import { randomUUID } from "node:crypto";
import type { Asker } from "./app.ts";

/** The operations on conversations, as tests send them. */
export const documents = {
	start: `mutation ($handles: [String!], $handlesText: String, $name: String, $body: String!, $clientId: ID!) {
		startConversation(handles: $handles, handlesText: $handlesText, name: $name, body: $body, clientId: $clientId) {
			id name direct refusal others
		}
	}`,
	accept: "mutation ($id: ID!) { acceptConversation(id: $id) { id refusal } }",
	decline: "mutation ($id: ID!) { declineConversation(id: $id) }",
	add: "mutation ($id: ID!, $handles: [String!]) { addParticipants(id: $id, handles: $handles) { id } }",
	remove: "mutation ($id: ID!, $handle: String!) { removeParticipant(id: $id, handle: $handle) { id } }",
	leave: "mutation ($id: ID!) { leaveConversation(id: $id) }",
	name: "mutation ($id: ID!, $name: String!) { nameConversation(id: $id, name: $name) { name } }",
	block: "mutation ($handle: String!) { blockPerson(handle: $handle) { viewerHasBlocked } }",
	unblock: "mutation ($handle: String!) { unblockPerson(handle: $handle) { viewerHasBlocked } }",
	read: `query ($id: ID!) {
		conversation(id: $id) {
			id name direct requested refusal others viewerCanChange
			participants { person { handle } invited opener viewerCanRemove }
			traces { kind actor { handle } person { handle } name afterNumber }
			thread { version postCount viewerCanPost posts { number body author { name } viewerCanDelete } }
		}
	}`,
	list: `{ requests: conversations(requests: true) { items { id } } conversations { items { id unread others } }
		viewer { unreadMessages messagesVersion } }`,
	search:
		"query ($text: String!) { messages(text: $text) { items { post { body } passage { text marked } } } }",
};

/** Writes to people, which must not be refused; answers the conversation. */
export async function start(asker: Asker, handles: readonly string[], body = "Hello", name?: string) {
	const variables = { handles, body, name, clientId: randomUUID() };
	return (await asker.get(documents.start, variables)).startConversation;
}

/** A conversation of two in which both may write; answers its id. */
export async function acquaint(one: Asker, other: Asker, handle: string): Promise<string> {
	const { id } = await start(one, [handle]);
	await other.get(documents.accept, { id });
	return id;
}

import { reactionKinds } from "@interurban/contract/vocabulary";
import type { Db, Pool } from "@interurban/db/client";
import { posts, threads } from "@interurban/db/schema/threads";
import type { DemoDiscussion } from "@interurban/db/seed/demonstration";
import { eq } from "drizzle-orm";
import { raiseRead } from "./following/following.queries.ts";
import { noteAddressed, noteParticipants } from "./following/written.queries.ts";
import { renderMarkdown } from "./markdown.ts";
import { insertConversation, putParticipants } from "./messages/participants.queries.ts";
import { pairOf } from "./messages/starting.ts";
import { indexPeople } from "./people/people.ts";
import { topicIdsOf, uuidOf } from "./seed.names.ts";
import { replaceMentions } from "./threads/mentions.queries.ts";
import { mentionedIn } from "./threads/mentions.rules.ts";
import { setSolution, takeVersion } from "./threads/posts.queries.ts";
import { setReaction } from "./threads/reactions.queries.ts";
import { insertPost } from "./threads/storing.queries.ts";
import { changeThread } from "./threads/thread-changes.queries.ts";
import { threadSource } from "./threads/threads.index.ts";
import { insertThread } from "./threads/threads.queries.ts";

const hour = 60 * 60 * 1000;

type Of = { discussion: DemoDiscussion; idOf: (handle: string) => number; startedAt: Date };

/** Threads of their own and conversations, each whole or not at all. */
export async function seedDiscussions(
	db: Pool,
	discussions: readonly DemoDiscussion[],
	idOf: Of["idOf"],
	startedAt: Date,
): Promise<void> {
	for (const discussion of discussions)
		await db.transaction(async (tx) => {
			const known = eq(posts.clientId, clientIdOf(discussion, 0));
			if ((await tx.select({ id: posts.id }).from(posts).where(known)).length) return;
			const of = { discussion, idOf, startedAt };
			const thread = await open(tx, of);
			for (const index of discussion.posts.keys()) await writePost(tx, thread, index, of);
			await sumUp(tx, thread.id, of);
			await noteReading(tx, thread.id, of);
			if (thread.private) return;
			await threadSource.index(tx, [thread.id]);
			await indexPeople(
				tx,
				discussion.posts.map(({ by }) => idOf(by)),
			);
		});
}

const clientIdOf = ({ id }: DemoDiscussion, index: number) => uuidOf(`discussion ${id} ${index}`);
const timeOf = ({ startedAt }: Of, hours: number) => new Date(startedAt.getTime() - hours * hour);
const authorOf = ({ discussion, idOf }: Of) => idOf(discussion.posts[0]?.by ?? "");

/** A discussion as it was stored. */
type Opened = { id: number; topicId: string | null; private: boolean };

async function open(tx: Db, of: Of): Promise<Opened> {
	const { discussion } = of;
	const authorId = authorOf(of);
	const createdAt = timeOf(of, discussion.posts[0]?.hours ?? 0);
	const topicId = topicIdsOf(discussion.topic ? [discussion.topic] : [])[0] ?? null;
	const id = discussion.people
		? await openConversation(tx, discussion.people.map(of.idOf), of)
		: await insertThread(tx, {
				...{ topicId, placeId: null, authorId },
				...{ title: discussion.title ?? "", language: discussion.lang },
			});
	await tx.update(threads).set({ createdAt }).where(eq(threads.id, id));
	return { id, topicId, private: discussion.people !== undefined };
}

async function openConversation(tx: Db, [one = 0, other = 0, ...more]: number[], of: Of): Promise<number> {
	const authorId = authorOf(of);
	const pair = more.length ? null : pairOf(one, other);
	const threadId = await insertConversation(tx, { pair, title: of.discussion.name ?? null, authorId });
	if (!threadId) throw new Error(`there are two conversations like ${of.discussion.id}`);
	const asked = (of.discussion.asked ?? []).map(of.idOf);
	await putParticipants(
		tx,
		[authorId, ...[one, other, ...more].filter((id) => id !== authorId)].map((personId) => ({
			...{ threadId, personId, addedById: personId === authorId ? null : authorId },
			state: asked.includes(personId) ? "asked" : "joined",
		})),
	);
	return threadId;
}

async function writePost(tx: Db, thread: Opened, index: number, of: Of): Promise<void> {
	const { by, lang: language, hours, text: body, reply, solution, reactions = {} } = postOf(of, index);
	const authorId = of.idOf(by);
	const [answered] = reply
		? await tx
				.select()
				.from(posts)
				.where(eq(posts.clientId, clientIdOf(of.discussion, reply - 1)))
		: [];
	const stored = await insertPost(tx, {
		...{ threadId: thread.id, authorId, body, language, sentHash: "" },
		...{ clientId: clientIdOf(of.discussion, index), replyToId: answered?.id ?? null },
		...{ createdAt: timeOf(of, hours), authorWatches: true },
	});
	if (!stored) throw new Error("a thread of the demonstration is closed");
	const { post } = stored;
	const mentionedIds = thread.private ? [] : mentionedIn(renderMarkdown(body)).map(of.idOf);
	await replaceMentions(tx, post.id, mentionedIds);
	const written = {
		...{ threadId: thread.id, private: thread.private, topicIds: [], number: post.number, authorId },
		...{ answeredId: answered?.authorId ?? null, mentionedIds },
	};
	await noteAddressed(tx, written);
	if (thread.private) await noteParticipants(tx, written);
	for (const kind of reactionKinds)
		for (const handle of reactions[kind] ?? [])
			await setReaction(tx, { postId: post.id, personId: of.idOf(handle), kind }, true);
	if (solution) await setSolution(tx, post.id, authorOf(of), await takeVersion(tx, thread.id));
}

function postOf({ discussion }: Of, index: number) {
	const post = discussion.posts[index];
	if (!post) throw new Error(`${discussion.id} has no post ${index}`);
	return post;
}

async function sumUp(tx: Db, threadId: number, of: Of): Promise<void> {
	const { summary, posts: written } = of.discussion;
	if (!summary) return;
	const summaryAt = timeOf(of, written.at(-1)?.hours ?? 0);
	await changeThread(tx, threadId, {
		...{ summary: summary.text, summaryById: of.idOf(summary.by), summaryAt },
	});
}

/** Everybody has read everything, but for those of whom it is said how far they came, and who was asked. */
async function noteReading(tx: Db, threadId: number, { discussion, idOf }: Of): Promise<void> {
	const { posts: written, people = [], read = {}, asked = [] } = discussion;
	const readers = new Set([...written.map(({ by }) => by), ...people, ...Object.keys(read)]);
	for (const handle of readers)
		if (!asked.includes(handle)) await raiseRead(tx, idOf(handle), threadId, read[handle] ?? written.length);
}

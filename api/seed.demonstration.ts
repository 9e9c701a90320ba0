import type { Db, Pool } from "@interurban/db/client";
import { challenges, challengeTopics } from "@interurban/db/schema/challenges";
import { people, personLanguages, personTopics } from "@interurban/db/schema/people";
import { practices } from "@interurban/db/schema/practices";
import { seeds } from "@interurban/db/schema/seeds";
import { threads } from "@interurban/db/schema/threads";
import { type DemoPerson, readDemonstration } from "@interurban/db/seed/demonstration";
import { eq, inArray, sql } from "drizzle-orm";
import { indexChallenges } from "./challenges/challenges.ts";
import { importPractices } from "./importing/importing.ts";
import { hashPassword } from "./people/password.ts";
import { indexPeople } from "./people/people.ts";
import { findOrCreateOrganisation, indexPlaces } from "./places/places.ts";
import { showProgress } from "./progress.ts";
import { refreshStatistics } from "./search/search.ts";
import { seedDiscussions } from "./seed.discussions.ts";
import { topicIdsOf, uuidOf } from "./seed.names.ts";
import { insertPost } from "./threads/storing.queries.ts";

const seedName = "demonstration";
const demonstrationPassword = "cities learn from cities";

/** Accounts to try it with, for the operator to read. */
export const demonstrationAccounts = `Sign in as anna@interurban.example (member), miriam@interurban.example (moderator) or
thandi@interurban.example (administrator); the password of each is: ${demonstrationPassword}`;

const day = 24 * 60 * 60 * 1000;

type Data = ReturnType<typeof readDemonstration>;
type Members = ReadonlyMap<string, { id: number; person: DemoPerson }>;

/** Whether this network was begun with the demonstration data. */
export async function hasDemonstration(db: Db): Promise<boolean> {
	const [row] = await db.select().from(seeds).where(eq(seeds.name, seedName));
	return row !== undefined;
}

/** Members, practices, challenges, discussions and messages to look around in; never beside members who are there already. */
export async function seedDemonstration(db: Pool): Promise<void> {
	const begun = await begin(db);
	if (!begun || begun.finishedAt) return;
	const data = readDemonstration();
	const progress = showProgress("Loading the demonstration", 5);
	const members = await seedPeople(db, data);
	progress.add(1);
	await seedPractices(db, data, members, begun.startedAt);
	progress.add(1);
	await seedChallenges(db, data, members, begun.startedAt);
	progress.add(1);
	await seedPosts(db, data, members, begun.startedAt);
	progress.add(1);
	await seedDiscussions(db, data.discussions, idIn(members), begun.startedAt);
	await refreshStatistics(db);
	await db.update(seeds).set({ finishedAt: new Date() }).where(eq(seeds.name, seedName));
	progress.stop();
}

/** Notes that the loading has begun, unless somebody lives here already. */
async function begin(db: Pool) {
	await db.execute(sql`
		insert into seeds (name) select ${seedName} where not exists (select from people) on conflict do nothing`);
	const [row] = await db.select().from(seeds).where(eq(seeds.name, seedName));
	return row;
}

async function seedPeople(db: Pool, data: Data): Promise<Members> {
	const passwordHash = await hashPassword(demonstrationPassword);
	const members = new Map<string, { id: number; person: DemoPerson }>();
	await db.transaction(async (tx) => {
		for (const person of data.people) {
			const organisation = await findOrCreateOrganisation(tx, {
				name: person.organisation,
				kind: person.orgKind,
				placeId: person.geonameId,
			});
			const { handle, name, email, role, jobTitle, bio, askMeAbout, offers, seeks, capacity } = person;
			await tx
				.insert(people)
				.values({
					handle,
					name,
					email,
					role,
					jobTitle,
					bio,
					askMeAbout,
					offers,
					seeks,
					capacity,
					passwordHash,
					language: person.lang,
					placeId: person.geonameId,
					organisationId: organisation.id,
					onboardedAt: new Date(),
				})
				.onConflictDoNothing();
			const [row] = await tx.select({ id: people.id }).from(people).where(eq(people.handle, handle));
			if (!row) throw new Error(`${handle} was not stored`);
			members.set(handle, { id: row.id, person });
			await tx
				.insert(personLanguages)
				.values(
					Object.entries(person.languages).map(([language, level], position) => ({
						personId: row.id,
						language,
						level,
						position,
					})),
				)
				.onConflictDoNothing();
			const interests = [
				...topicIdsOf(person.knows).map((topicId) => ({ topicId, interest: "knows" as const })),
				...topicIdsOf(person.seeksTopics).map((topicId) => ({ topicId, interest: "seeks" as const })),
			];
			await tx
				.insert(personTopics)
				.values(interests.map((interest) => ({ personId: row.id, ...interest })))
				.onConflictDoNothing();
		}
		await indexPeople(
			tx,
			[...members.values()].map(({ id }) => id),
		);
		await indexPlaces(
			tx,
			data.people.map(({ geonameId }) => geonameId),
		);
	});
	return members;
}

/** Through the importer, as any operator would; published one after the other, the last a few days ago. */
async function seedPractices(db: Pool, data: Data, members: Members, startedAt: Date): Promise<void> {
	const lines = data.practices.map((practice, index) => {
		const published = new Date(startedAt.getTime() - (index * 3 + 2) * day).toISOString().slice(0, 10);
		const translations = data.translations
			.filter(({ id }) => id === practice.id)
			.map(({ lang, title, claim }) => ({ lang, title, claim }));
		return `${JSON.stringify({ ...practice, translations, published, checked: published })}\n`;
	});
	const author = chooseMember(members);
	await importPractices(db, oneChunk(lines.join("")), {
		format: "jsonl",
		authorOf: (values) => author(String(values.lang), Number(values.geonameId)),
		onProblem: (line, { field, reason }) => {
			throw new Error(`demonstration practices, line ${line}, ${field ?? ""}: ${reason}`);
		},
	});
}

async function* oneChunk(text: string): AsyncGenerator<Uint8Array> {
	yield Buffer.from(text);
}

async function seedChallenges(db: Pool, data: Data, members: Members, startedAt: Date): Promise<void> {
	const author = chooseMember(members);
	for (const [index, challenge] of data.challenges.entries()) {
		const createdAt = new Date(startedAt.getTime() - (index * 4 + 1) * day);
		const neededBy = new Date(startedAt);
		neededBy.setUTCMonth(neededBy.getUTCMonth() + challenge.deadlineMonths);
		const topicIds = topicIdsOf(challenge.topics);
		await db.transaction(async (tx) => {
			const content = {
				title: challenge.title,
				problem: challenge.problem,
				constraints: challenge.constraints,
				language: challenge.lang,
				placeId: challenge.geonameId,
				neededBy: neededBy.toISOString().slice(0, 10),
			};
			const [row] = await tx
				.insert(challenges)
				.values({
					...content,
					authorId: author(challenge.lang, challenge.geonameId),
					clientId: uuidOf(`challenge ${challenge.id}`),
					importKey: challenge.id,
					createdAt,
					updatedAt: createdAt,
				})
				.onConflictDoNothing()
				.returning({ id: challenges.id });
			if (!row) return;
			await tx.insert(challengeTopics).values(topicIds.map((topicId) => ({ challengeId: row.id, topicId })));
			await tx.insert(threads).values({ challengeId: row.id, createdAt });
			await indexChallenges(tx, [row.id]);
		});
	}
}

async function seedPosts(db: Pool, data: Data, members: Members, startedAt: Date): Promise<void> {
	const subjects = await findSubjects(
		db,
		data.posts.map(({ about }) => about),
	);
	const author = chooseMember(members);
	for (const [index, post] of data.posts.entries()) {
		const subject = subjects.get(post.about);
		if (!subject) continue;
		let authorId = author(post.lang);
		// Nobody asks themselves.
		if (authorId === subject.authorId) authorId = author(post.lang);
		const clientId = uuidOf(`post ${index}`);
		await db.transaction(async (tx) => {
			const [sent] = await tx.execute(sql`select 1 from posts where client_id = ${clientId}`);
			if (sent) return;
			await insertPost(tx, {
				threadId: subject.threadId,
				authorId,
				clientId,
				sentHash: "",
				body: post.text,
				language: post.lang,
				createdAt: new Date(startedAt.getTime() - (data.posts.length - index) * 7 * 60 * 60 * 1000),
			});
		});
	}
}

/** The threads of practices and challenges by the ids that the files use. */
async function findSubjects(db: Pool, keys: readonly string[]) {
	const ofPractices = await db
		.select({ key: practices.importKey, authorId: practices.authorId, threadId: threads.id })
		.from(practices)
		.innerJoin(threads, eq(threads.practiceId, practices.id))
		.where(inArray(practices.importKey, [...keys]));
	const ofChallenges = await db
		.select({ key: challenges.importKey, authorId: challenges.authorId, threadId: threads.id })
		.from(challenges)
		.innerJoin(threads, eq(threads.challengeId, challenges.id))
		.where(inArray(challenges.importKey, [...keys]));
	return new Map([...ofPractices, ...ofChallenges].map((row) => [row.key, row]));
}

function idIn(members: Members): (handle: string) => number {
	return (handle) => {
		const member = members.get(handle);
		if (!member) throw new Error(`nobody in the demonstration is called ${handle}`);
		return member.id;
	};
}

/** Members in turn: those of the very town if there are any, else those who write the language. */
function chooseMember(members: Members): (language: string, placeId?: number) => number {
	const all = [...members.values()];
	const turns = new Map<string, number>();
	return (language, placeId) => {
		const local = all.find(({ person }) => person.geonameId === placeId);
		if (local) return local.id;
		const speakers = all.filter(({ person }) => person.lang === language);
		const turn = turns.get(language) ?? 0;
		turns.set(language, turn + 1);
		return (speakers.length ? speakers : all)[turn % (speakers.length || all.length)]?.id ?? 0;
	};
}

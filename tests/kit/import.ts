import { importPractices } from "@interurban/api/importing/importing";
import { practices } from "@interurban/db/schema/practices";
import { asc, sql } from "drizzle-orm";
import { beforeEach } from "vitest";
import { useApp } from "./app.ts";
import { useDatabase } from "./database.ts";
import { makePerson, makePlace, makeTopics } from "./factories.ts";

type Told = { line: number; field: string | undefined; reason: string };

/** A service with a town and an author to import for, empty of practices before each test. */
export async function useImport() {
	const { db } = await useDatabase();
	const { visitor } = await useApp(db);
	await makeTopics(db, "composting", "waste");
	const town = await makePlace(db, { name: "Musterstadt", searchName: "|musterstadt|" });
	const author = await makePerson(db);

	let made = 0;
	const line = (changes: object = {}) => ({
		id: `practice-${++made}`,
		title: `Compost ${made}`,
		claim: "Half of it becomes compost.",
		lang: "en",
		geonameId: town.id,
		organisation: "City of Musterstadt",
		orgKind: "municipality",
		topics: ["composting"],
		sdgs: [12],
		stage: "running",
		situation: "Waste lay about.",
		approach: "We composted it.",
		results_text: "It is gone.",
		...changes,
	});

	async function run(
		content: string | Uint8Array | AsyncIterable<Uint8Array>,
		options: { csv?: boolean; dryRun?: boolean } = {},
	) {
		const told: Told[] = [];
		const notices: Told[] = [];
		const source =
			typeof content === "string" || content instanceof Uint8Array
				? (async function* () {
						yield Buffer.from(content);
					})()
				: content;
		const counts = await importPractices(db, source, {
			format: options.csv ? "csv" : "jsonl",
			authorOf: () => author.id,
			dryRun: options.dryRun ?? false,
			onProblem: (number, { field, reason }) => told.push({ line: number, field, reason }),
			onNotice: (number, { field, reason }) => notices.push({ line: number, field, reason }),
		});
		return { ...counts, told, notices };
	}

	const file = (...lines: (object | string)[]) =>
		lines.map((each) => (typeof each === "string" ? each : JSON.stringify(each))).join("\n");

	const stored = () => db.select().from(practices).orderBy(asc(practices.id));

	beforeEach(async () => {
		await db.execute(sql`truncate practices cascade`);
	});

	return { db, visitor, line, run, file, stored };
}

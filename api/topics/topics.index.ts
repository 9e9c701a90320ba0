import { createHash } from "node:crypto";
import { ancestorsOf, type Concept, concepts, labelOf } from "@interurban/concepts/concepts";
import { type Language, languages } from "@interurban/contract/languages";
import type { Db } from "@interurban/db/client";
import { searchDocuments } from "@interurban/db/schema/search";
import { eq, sql } from "drizzle-orm";
import { indexDocuments, removeDocument } from "../search/search.ts";

const kind = "topic";

/**
 * Makes every topic of the scheme findable by its labels in all languages, and those unfindable that left it. Takes seconds
 * when the scheme has changed, and two queries when it has not: its digest is kept as the comment of the table `topics`.
 */
export async function indexTopics(db: Db): Promise<void> {
	const documents = [...concepts.values()].map(toDocument);
	const digest = createHash("sha256").update(JSON.stringify(documents)).digest("hex").slice(0, 16);
	const [state] = await db.execute<{ digest: string | null }>(
		sql`select obj_description('topics'::regclass, 'pg_class') as digest`,
	);
	const indexed = await db
		.select({ ref: searchDocuments.ref })
		.from(searchDocuments)
		.where(eq(searchDocuments.kind, kind));
	if (state?.digest === digest && indexed.length === documents.length) return;
	await db.transaction(async (tx) => {
		for (const { ref } of indexed) if (!concepts.has(ref)) await removeDocument(tx, kind, ref);
		await indexDocuments(tx, documents);
		await tx.execute(sql.raw(`comment on table topics is '${digest}'`));
	});
}

function toDocument(concept: Concept) {
	const inLanguage = (language: Language) => ({
		language,
		title: labelOf(concept, language),
		lead: concept.altLabel[language].join(" · "),
	});
	return {
		kind,
		ref: concept.id,
		// A concept has no language, its labels have.
		language: "und",
		title: labelOf(concept, "en"),
		publishedAt: new Date(0),
		translations: [
			...languages.map(inLanguage),
			{ language: "en", title: "", body: concept.scopeNote ?? "" },
		],
		facets: {
			topic: [concept.id, ...ancestorsOf(concept.id).map(({ id }) => id)],
			sdg: concept.sdgs,
		},
	};
}

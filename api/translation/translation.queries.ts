import type { Db } from "@interurban/db/client";
import { type PostTranslation, postTranslations } from "@interurban/db/schema/threads";
import { run } from "@interurban/db/statement";
import { and, eq, or, sql } from "drizzle-orm";

export type PostTranslationRow = PostTranslation;

/** Translations by post and language, in no order. */
export function findTranslations(
	db: Db,
	of: readonly { postId: number; language: string }[],
): Promise<PostTranslationRow[]> {
	const isOne = of.map(({ postId, language }) =>
		and(eq(postTranslations.postId, postId), eq(postTranslations.language, language)),
	);
	return db
		.select()
		.from(postTranslations)
		.where(or(...isOne));
}

/** Until the transaction is over, the post is not changed; answers its text. */
export async function lockPost(tx: Db, id: number): Promise<string> {
	const [row] = await run<{ body: string }>(tx, "select body from posts where id = $1 for key share", [id]);
	return row?.body ?? "";
}

/** Stores a translation in the place of an earlier one. */
export async function putTranslation(
	tx: Db,
	translation: Pick<PostTranslationRow, "postId" | "language" | "body" | "translatorId">,
): Promise<PostTranslationRow> {
	const { body, translatorId } = translation;
	const [row] = await tx
		.insert(postTranslations)
		.values(translation)
		.onConflictDoUpdate({
			target: [postTranslations.postId, postTranslations.language],
			set: { body, translatorId, createdAt: sql`now()` },
		})
		.returning();
	if (!row) throw new Error("the translation was not stored");
	return row;
}

export async function deleteTranslation(tx: Db, postId: number, language: string): Promise<void> {
	await tx
		.delete(postTranslations)
		.where(and(eq(postTranslations.postId, postId), eq(postTranslations.language, language)));
}

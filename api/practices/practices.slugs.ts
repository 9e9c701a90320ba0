import { randomUUID } from "node:crypto";
import type { Db } from "@interurban/db/client";
import { locks } from "@interurban/db/locks";
import { practices } from "@interurban/db/schema/practices";
import { sql } from "drizzle-orm";
import { slugOf } from "../slug.ts";
import type { PracticeContent } from "./practices.content.ts";

/** Numbers for new practices, ascending. */
export async function takeIds(tx: Db, count: number): Promise<number[]> {
	const rows = await tx.execute<{ id: string }>(sql`
		select nextval(pg_get_serial_sequence('practices', 'id')) as id from generate_series(1, ${count}::integer)`);
	return rows.map(({ id }) => Number(id)).sort((a, b) => a - b);
}

/**
 * An address for each title: short and readable; the practice's number follows where another practice has it. Writers wait
 * for each other here until they commit, so that two do not choose the same.
 */
export async function chooseSlugs(
	tx: Db,
	given: readonly { content: PracticeContent }[],
	ids: readonly number[],
): Promise<string[]> {
	await tx.execute(sql`select pg_advisory_xact_lock(${locks.slugs})`);
	const ways = given.map(({ content }, at) => {
		const base = slugOf(content.title, content.language) || "practice";
		return [base, `${base}-${ids[at]}`, `${base}-no-${ids[at]}`];
	});
	const found = await tx
		.select({ slug: practices.slug })
		.from(practices)
		.where(sql`${practices.slug} = any(${sql.param(ways.flat())}::text[])`);
	const taken = new Set(found.map(({ slug }) => slug));
	return ways.map((slugs) => {
		const slug = slugs.find((each) => !taken.has(each)) ?? randomUUID();
		taken.add(slug);
		return slug;
	});
}

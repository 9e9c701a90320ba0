import { Failure } from "@interurban/contract/errors";

/** How much longer than a single statement an answer may take, in milliseconds. */
const more = 5000;

/** After how long nobody waits for an answer any more, given the milliseconds after which the database ends a statement. */
export const deadlineFor = (statementTimeout: number): number => (statementTimeout || 60_000) + more;

/**
 * Refuses as `unavailable` what takes longer, as a database that has stalled does; the work itself is not ended.
 * @param milliseconds without any it may take as long as it does
 */
export async function within<T>(milliseconds: number | undefined, work: Promise<T>): Promise<T> {
	if (milliseconds === undefined) return work;
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Failure([{ code: "unavailable" }])), milliseconds);
	});
	try {
		return await Promise.race([work, late]);
	} finally {
		clearTimeout(timer);
	}
}

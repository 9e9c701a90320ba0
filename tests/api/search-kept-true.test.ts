import { beginRebuild, rebuild } from "@interurban/api/search/search.rebuild";
import { refreshStatistics } from "@interurban/api/search/search.statistics";
import fc from "fast-check";
import { expect, test } from "vitest";
import { useDatabase } from "../kit/database.ts";
import { useNetwork } from "../kit/network.ts";
import { emptyIndex, readIndex } from "../kit/search-index.ts";

const { db } = await useDatabase();
const { perform, acts } = await useNetwork(db);

async function rebuilt() {
	await beginRebuild(db, { again: true });
	await rebuild(db);
	return readIndex(db);
}

const number = fc.nat({ max: 30 });
const act = fc.record({ act: fc.nat({ max: acts.length - 1 }), who: number, what: number, words: number });
/** What happens at the same time, one round after the other. */
const history = fc.array(fc.array(act, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 10 });

test("whatever people did, and however much at the same time, the index is what a rebuild makes of it", async () => {
	await fc.assert(
		fc.asyncProperty(history, async (rounds) => {
			for (const round of rounds) await Promise.all(round.map(perform));
			await refreshStatistics(db);
			const kept = await readIndex(db);
			expect(await rebuilt()).toEqual(kept);
			await emptyIndex(db);
			expect(await rebuilt()).toEqual(kept);
		}),
		{ numRuns: 12, endOnFailure: true },
	);
}, 240_000);

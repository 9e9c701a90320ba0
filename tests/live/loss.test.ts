import { join } from "node:path";
import { expect, test } from "vitest";
import { scratch } from "../kit/scratch.ts";
import { storm } from "../kit/storm/loss.ts";
import { startNetwork } from "../kit/storm/network.ts";

test("what is acknowledged is lost nowhere, never doubled and in order, whatever is killed and cut meanwhile", {
	timeout: 240_000,
}, async () => {
	const network = await startNetwork({ folder: join(scratch, `storm-${process.pid}`), processes: 2 });
	try {
		const found = await storm(network, { writers: 8, readers: 40, threads: 2, posts: 600, every: 1500 });
		console.log(`loss: ${JSON.stringify(found)}`);
		expect(found).toMatchObject({ acknowledged: 600, lost: 0, doubled: 0, disordered: 0 });
	} finally {
		await network.close();
	}
});

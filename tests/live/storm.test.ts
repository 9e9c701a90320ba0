import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { scratch } from "../kit/scratch.ts";
import { storm } from "../kit/storm/loss.ts";
import { type StormNetwork, startNetwork } from "../kit/storm/network.ts";
import { stormOfRetries } from "../kit/storm/retries.ts";
import { revoke } from "../kit/storm/revocation.ts";
import { stall } from "../kit/storm/slow.ts";

/** `npm run bench:live` does the same at the full size. */
let network: StormNetwork;
beforeAll(async () => {
	network = await startNetwork({ folder: join(scratch, `storm-${process.pid}`), processes: 2 });
});
afterAll(() => network?.close());

const told = <T>(what: string, found: T): T => {
	console.log(`${what}: ${JSON.stringify(found)}`);
	return found;
};

test("a session that is ended, a suspension and a new role are felt soon, in the midst of talk", async () => {
	const found = told("revocation", await revoke(network, { people: 60, within: 4000 }));
	expect(found).toMatchObject({ late: 0, open: 0 });
	expect(found.heard).toBeGreaterThan(0);
});

test("clients that do not read are let go, and those that do miss nothing", async () => {
	const found = told("slow clients", await stall(network, { clients: 60, stalled: 6, posts: 120 }));
	expect(found).toMatchObject({ cutOff: 6, missing: 0 });
	expect(found.memory.most - found.memory.before).toBeLessThan(300);
});

test("what is acknowledged is lost nowhere, never doubled and in order, whatever is killed and cut meanwhile", {
	timeout: 1_800_000,
}, async () => {
	const found = told(
		"loss",
		await storm(network, { writers: 8, readers: 40, threads: 2, posts: 400, every: 2500 }),
	);
	expect(found).toMatchObject({ acknowledged: 400, lost: 0, doubled: 0, disordered: 0 });
});

test("what is sent several times at once is stored once, with one answer, whatever is killed meanwhile", {
	timeout: 1_800_000,
}, async () => {
	const found = told("retries", await stormOfRetries(network, { ids: 200, every: 2500 }));
	expect(found).toMatchObject({ doubled: 0, different: 0 });
});

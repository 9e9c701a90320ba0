import { once } from "node:events";
import { createServer } from "node:net";

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
	const probe = createServer().listen(0, "localhost");
	await once(probe, "listening");
	const address = probe.address();
	probe.close();
	if (typeof address !== "object" || !address) throw new Error("no port was given");
	return address.port;
}

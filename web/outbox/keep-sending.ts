import { whenIdle } from "../idle.ts";
import { isSomethingWaiting } from "./waiting.ts";

/** Sends what waits of a person's, from whatever page they are on. Where nothing does, nothing is loaded. */
export async function keepSending(owner: string): Promise<void> {
	if (!isSomethingWaiting(owner)) return;
	await whenIdle();
	(await import("./outbox.ts")).outboxOf(owner);
}

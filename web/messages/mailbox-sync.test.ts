import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { execute } from "../execute.ts";
import { type Mailbox, makeMailboxSync } from "./mailbox-sync.ts";

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

/** A page and a server, whose answers come when they are let. */
function mailbox(first: Mailbox) {
	let held = first;
	const asked: ((there: Mailbox | Error) => void)[] = [];
	const run = (() =>
		new Promise((resolve, reject) => {
			asked.push((there) => {
				if (there instanceof Error) reject(there);
				else resolve({ viewer: { unreadMessages: there.unread, messagesVersion: there.version } });
			});
		})) as unknown as typeof execute;
	const sync = makeMailboxSync(
		{
			get: () => held,
			set: (next) => {
				held = next;
			},
			retryAfter: () => 1000,
		},
		run,
	);
	return {
		...sync,
		held: () => held,
		open: () => asked.length,
		async answer(there: Mailbox | Error) {
			asked.shift()?.(there);
			await vi.advanceTimersByTimeAsync(0);
		},
	};
}

test("what comes next is held without a question", () => {
	const page = mailbox({ version: 5, unread: 0 });
	page.hear({ version: 6, unread: 1 });
	expect([page.held(), page.open()]).toEqual([{ version: 6, unread: 1 }, 0]);
});

test("an event that was overtaken by a newer one does not replace it", async () => {
	const page = mailbox({ version: 5, unread: 0 });
	page.hear({ version: 7, unread: 2 });
	page.hear({ version: 6, unread: 1 });
	await page.answer({ version: 7, unread: 2 });
	expect([page.held(), page.open()]).toEqual([{ version: 7, unread: 2 }, 0]);
});

test("an answer that an event has overtaken is asked for again", async () => {
	const page = mailbox({ version: 5, unread: 0 });
	page.reached(6);
	page.hear({ version: 7, unread: 2 });
	await page.answer({ version: 6, unread: 1 });
	await page.answer({ version: 7, unread: 2 });
	expect([page.held(), page.open()]).toEqual([{ version: 7, unread: 2 }, 0]);
});

test("who has left a conversation holds a lower version, and a question that failed is repeated", async () => {
	const page = mailbox({ version: 50, unread: 3 });
	page.hear({ version: 20, unread: 0 });
	await page.answer(new Error("offline"));
	expect(page.held().version).toBe(50);
	await vi.advanceTimersByTimeAsync(1000);
	await page.answer({ version: 20, unread: 0 });
	expect(page.held()).toEqual({ version: 20, unread: 0 });
});

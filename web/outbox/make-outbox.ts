import { Failure, type Issue } from "@interurban/contract/errors";
import { afterRefusal, nextToSend, type Outgoing, pauseAfter } from "./outgoing.ts";
import type { OutgoingStore } from "./outgoing-store.ts";

/** Milliseconds after which a line that says nothing counts as broken. Sending again makes no second post. */
const patience = 30_000;

export type NewOutgoing = Pick<
	Outgoing,
	"clientId" | "threadId" | "at" | "body" | "replyTo" | "draftVersion"
>;

/**
 * Sends what one person wrote on this device, post by post in the order of writing, until each is acknowledged or refused
 * for good. Several tabs share a store: whoever has the turn sends, and all say the same client id.
 * @param of.send throws a Failure when it is refused
 * @param of.inTurn runs the work when no other tab runs its own
 * @param of.onChange is called when something in the store, or what is being sent, has changed
 */
export function makeOutbox<Sent>(of: {
	owner: string;
	store: OutgoingStore;
	send: (entry: Outgoing) => Promise<Sent>;
	inTurn: (work: () => Promise<void>) => Promise<void>;
	onSending: (clientId: string | null) => void;
	onSent: (entry: Outgoing, answer: Sent) => void;
	onChange: () => void;
	wait?: (milliseconds: number, then: () => void) => () => void;
}) {
	const wait = of.wait ?? after;
	let isRunning = false;
	let isAskedAgain = false;
	let attempt = 0;
	let stopWaiting = () => {};
	/** Done with, where the device can no longer write that down. */
	const settled = new Set<string>();
	const own = async () => (await of.store.list()).filter(({ owner }) => owner === of.owner);

	const next = async () => nextToSend((await own()).filter(({ clientId }) => !settled.has(clientId)));

	async function sendAll(): Promise<void> {
		for (let entry = await next(); entry; entry = await next()) {
			const { clientId } = entry;
			of.onSending(clientId);
			try {
				const answer = await within(of.send(entry), wait);
				attempt = 0;
				if (!(await of.store.change(clientId, () => null))) settled.add(clientId);
				of.onSent(entry, answer);
			} catch (error) {
				const issue: Issue = error instanceof Failure ? error.issues[0] : { code: "internal" };
				const isWritten = await of.store.change(clientId, (held) => afterRefusal(held, issue));
				if (afterRefusal(entry, issue).status === "failed") {
					if (!isWritten) settled.add(clientId);
					continue;
				}
				const pause = pauseAfter(issue, attempt++);
				if (pause !== null) stopWaiting = wait(pause, () => void send());
				return;
			} finally {
				of.onSending(null);
				of.onChange();
			}
		}
	}

	/** Sends what is there to be sent, at once. */
	async function send(): Promise<void> {
		stopWaiting();
		isAskedAgain = true;
		if (isRunning) return;
		isRunning = true;
		try {
			while (isAskedAgain) {
				isAskedAgain = false;
				await of.inTurn(sendAll);
			}
		} finally {
			isRunning = false;
		}
	}

	const change = async (clientId: string, to: (entry: Outgoing) => Outgoing | null) => {
		attempt = 0;
		settled.delete(clientId);
		await of.store.change(clientId, to);
		of.onChange();
		void send();
	};
	return {
		list: own,
		send,
		async add(entry: NewOutgoing): Promise<void> {
			await of.store.add({ ...entry, owner: of.owner, status: "queued", issue: null });
			of.onChange();
			void send();
		},
		retry: (clientId: string) => change(clientId, (entry) => ({ ...entry, status: "queued", issue: null })),
		drop: (clientId: string) => change(clientId, () => null),
	};
}

function after(milliseconds: number, then: () => void): () => void {
	const timer = setTimeout(then, milliseconds);
	return () => clearTimeout(timer);
}

async function within<T>(work: Promise<T>, wait: typeof after): Promise<T> {
	let stop = () => {};
	const silence = new Promise<never>((_, reject) => {
		stop = wait(patience, () => reject(new Failure([{ code: "offline" }])));
	});
	return Promise.race([work, silence]).finally(() => stop());
}

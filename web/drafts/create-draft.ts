import { Failure } from "@interurban/contract/errors";
import type { Fields } from "@interurban/contract/rendering";
import { createEffect, createSignal, on, onCleanup, onMount } from "solid-js";
import { execute } from "../execute.ts";
import { DeleteDraft, SaveDraft } from "../generated/operations.ts";
import { draftFields } from "./draft-keys.ts";
import { draftNews } from "./draft-news.ts";
import { findDraft, type ServerDraft } from "./drafts.data.ts";
import { dropLocally, forgetLastWords, keepAtOnce, keepLocally } from "./local-drafts.ts";

/** Milliseconds without a key before a draft is kept on the device, and sent; and between attempts that failed. */
const pauses = { keep: 300, send: 2000, retry: 20_000 };

export type DraftState =
	/** Nothing was typed since the form was opened. */
	| "untouched"
	| "typing"
	/** On this device: nobody is signed in. */
	| "device"
	| "sending"
	/** On the server. */
	| "saved"
	| "offline"
	/** On this device: the server did not take it, and is asked again. */
	| "refused"
	/** On this device: the session has ended. */
	| "signed_out"
	| "conflict"
	/** Neither here nor there: the device refuses, and the server cannot be reached. */
	| "lost";

/**
 * Keeps what is typed into a form: on the device at once, on the server as soon as possible. Two devices never overwrite
 * each other: the second one is told of a conflict, and its person chooses.
 * @param of.start the draft's key and the version that the server has, 0 for none
 * @param of.owner handle of the person who is signed in
 * @param of.onNewer is given what another device saved while nothing was typed here, null when it sent or discarded that
 */
export function createDraft(of: {
	start: { key: string; version: number };
	owner: () => string | null;
	onNewer?: (found: ServerDraft | null) => void;
}) {
	const { key } = of.start;
	const [state, setState] = createSignal<DraftState>("untouched");
	const [conflict, setConflict] = createSignal<ServerDraft | null>(null);
	let { version } = of.start;
	let fields: Fields | null = null;
	/** What the server has is older than `fields`. */
	let ahead = false;
	let keptHere = true;
	/** Typed since it was last kept here. */
	let isUnkept = false;
	/** How often it was kept here. */
	let keeps = 0;
	let isOver = false;
	let isSending = false;
	/** What was told of the draft while it was being sent: its version, or null when that is not known. */
	let told: number | null | undefined;
	let keepTimer: ReturnType<typeof setTimeout> | undefined;
	let sendTimer: ReturnType<typeof setTimeout> | undefined;

	const current = () =>
		fields && { key, fields, version, ahead, owner: of.owner(), savedAt: new Date().toISOString() };
	const keep = async () => {
		clearTimeout(keepTimer);
		const draft = current();
		if (!draft || isOver) return;
		isUnkept = false;
		const turn = ++keeps;
		keptHere = await keepLocally(draft);
		if (isOver) return dropLocally(key);
		if (keptHere && turn === keeps && !isUnkept) forgetLastWords(key);
		if (state() === "typing" && draft.owner === null) setState(keptHere ? "device" : "lost");
	};
	const sendAfter = (pause: number) => {
		clearTimeout(sendTimer);
		if (!isOver) sendTimer = setTimeout(send, pause);
	};
	const send = async () => {
		clearTimeout(sendTimer);
		if (!fields || !ahead || isOver || isSending || conflict() || of.owner() === null) return;
		const sent = fields;
		isSending = true;
		setState("sending");
		try {
			const variables = { key, version, fields: sent.map(([name, value]) => ({ name, value })) };
			const { saveDraft } = await execute(SaveDraft, variables, { as: of.owner() });
			version = saveDraft.version;
			if (!fields) return void execute(DeleteDraft, { key }).catch(() => {});
			ahead = sent !== fields;
			setState(ahead ? "typing" : "saved");
			if (ahead) sendAfter(pauses.send);
		} catch (error) {
			await refused(error instanceof Failure ? error.code : "internal");
		} finally {
			isSending = false;
			if (told !== undefined && told !== version) void look();
			told = undefined;
			await keep();
		}
	};
	/** Goes on with what another device has saved. Where something was typed here, saving that tells of the conflict. */
	const look = async () => {
		const isBusy = () => isOver || isSending || ahead || conflict() !== null;
		if (!of.onNewer || of.owner() === null || isBusy()) return;
		const found = await findDraft(key).catch(() => undefined);
		if (found === undefined || isBusy() || (found?.version ?? 0) === version) return;
		version = found?.version ?? 0;
		fields = null;
		setState(found ? "saved" : "untouched");
		of.onNewer(found);
	};
	createEffect(
		on(
			draftNews,
			(news) => {
				if (!news || (news.key !== null && news.key !== key)) return;
				if (isSending) told = news.version;
				else if (news.version !== version) void look();
			},
			{ defer: true },
		),
	);
	const refused = async (code: string) => {
		if (code === "drafts.conflict") {
			const found = await findDraft(key).catch(() => undefined);
			if (found) {
				setConflict(found);
				setState("conflict");
				return;
			}
			if (found === null) {
				// It was deleted elsewhere, and is written on here.
				version = 0;
				return sendAfter(0);
			}
		}
		if (code === "auth.required") return void setState("signed_out");
		setState(!keptHere ? "lost" : code === "offline" ? "offline" : "refused");
		sendAfter(pauses.retry);
	};

	onMount(() => {
		const leave = () => {
			const draft = current();
			if (draft && isUnkept && !isOver) keepAtOnce(draft);
			void keep();
		};
		const again = () => void send();
		const seen = () => (document.visibilityState === "hidden" ? leave() : again());
		window.addEventListener("pagehide", leave);
		window.addEventListener("online", again);
		document.addEventListener("visibilitychange", seen);
		onCleanup(() => {
			leave();
			void send();
			window.removeEventListener("pagehide", leave);
			window.removeEventListener("online", again);
			document.removeEventListener("visibilitychange", seen);
		});
	});

	const restart = (): void => {
		clearTimeout(keepTimer);
		clearTimeout(sendTimer);
		fields = null;
		ahead = false;
		isUnkept = false;
		setConflict(null);
		setState("untouched");
		void dropLocally(key);
	};
	const end = async () => {
		isOver = true;
		clearTimeout(keepTimer);
		clearTimeout(sendTimer);
		await dropLocally(key);
	};
	return {
		key,
		state,
		/** What the server has of another device, while it is to be chosen between the two. */
		conflict,
		/** What the form holds now. */
		change(typed: Fields) {
			fields = draftFields(typed);
			ahead = true;
			isUnkept = true;
			clearTimeout(keepTimer);
			keepTimer = setTimeout(keep, pauses.keep);
			if (conflict()) return;
			setState("typing");
			sendAfter(pauses.send);
		},
		/** Tries again at once, as after signing in. */
		send,
		/** The form was opened with what another device has not seen: to be chosen between the two. */
		meet(other: ServerDraft, mine: Fields) {
			fields = mine;
			ahead = true;
			setConflict(other);
			setState("conflict");
		},
		/** Ends the conflict in favour of what the form holds. */
		async keepMine() {
			version = conflict()?.version ?? version;
			setConflict(null);
			await send();
		},
		/** What is typed from now on goes on with what the server has. */
		goOn(from: number) {
			version = from;
			setConflict(null);
		},
		/** What the server has; 0 for nothing. */
		version: () => version,
		/** What was typed is on its way: what comes now is another draft. */
		restart,
		/** Nothing is left of what was typed. */
		clear(): void {
			restart();
			if (version === 0) return;
			version = 0;
			void execute(DeleteDraft, { key }, { as: of.owner() }).catch(() => {});
		},
		/** Forgets the draft on this device, once it is published or the other one was chosen. */
		end,
		/** Throws the draft away here and on the server. */
		async discard() {
			await end();
			if (of.owner() !== null) await execute(DeleteDraft, { key }).catch(() => {});
		},
	};
}

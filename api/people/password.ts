import { randomBytes } from "node:crypto";
import { fail } from "@interurban/contract/errors";
import { hash, verify } from "@node-rs/argon2";

/** argon2id, the library's default, with the least that OWASP recommends. Memory in KiB. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A wave of sign-ins must not take the threads and the memory that everybody else's requests need. */
const mostAtOnce = 2;
const mostWaiting = 200;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
	if (waiting.length >= mostWaiting) fail("rate_limited", { args: { seconds: 5 } });
	if (running >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
	else running += 1;
	try {
		return await work();
	} finally {
		// The turn is handed on as it is, so that nobody who comes in between can take it.
		const next = waiting.shift();
		if (next) next();
		else running -= 1;
	}
}

/** The hash of a password as a PHC string. */
export function hashPassword(password: string): Promise<string> {
	return inTurn(() => hash(password.normalize("NFC"), cost));
}

let decoy: Promise<string> | undefined;

/**
 * Whether a password is the one that was hashed. Without a hash the answer is no and takes as long, so that the time
 * does not tell whether an account exists.
 */
export async function verifyPassword(hashed: string | null | undefined, password: string): Promise<boolean> {
	decoy ??= hashPassword(randomBytes(32).toString("hex"));
	const against = hashed ?? (await decoy);
	const fits = await inTurn(() => verify(against, password.normalize("NFC")));
	return fits && hashed != null;
}

type Estimator = { check(password: string, personal: string[]): { guessesLog10: number } };

let estimator: Promise<Estimator> | undefined;

/** Loaded with the first password that is chosen: its lists take 30 MB. */
async function loadEstimator(): Promise<Estimator> {
	const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
		import("@zxcvbn-ts/core"),
		import("@zxcvbn-ts/language-common"),
	]);
	return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: 64 });
}

/** Powers of ten of guesses that a password must withstand: what a slow hash makes costly. */
const leastGuesses = 8;

/**
 * Whether a password would be guessed early: it is in the lists of common and breached ones, or made of them, of
 * patterns (`aaaa`, `1234`, `qwertz`, dates) or of what is known of the person.
 * @param personal the person's name and address
 */
export async function isGuessable(password: string, personal: readonly string[]): Promise<boolean> {
	estimator ??= loadEstimator();
	const plain = personal.map((text) => text.normalize("NFD").replace(/\p{M}/gu, ""));
	const words = plain.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u));
	const known = ["interurban", ...personal, ...plain, ...words];
	const loaded = await estimator;
	return (
		loaded.check(
			password,
			known.filter((text) => text.length > 2),
		).guessesLog10 < leastGuesses
	);
}

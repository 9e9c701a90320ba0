const waiting = (owner: string) => `interurban:waiting:${owner}`;
const lastPerson = "interurban:person";

/** Private windows and full disks refuse; then nothing outlives the page that was written on. */
function quietly<T>(work: () => T): T | undefined {
	try {
		return work();
	} catch {
		return undefined;
	}
}

export const rememberWaiting = (owner: string) => quietly(() => localStorage.setItem(waiting(owner), "1"));
export const forgetWaiting = (owner: string) => quietly(() => localStorage.removeItem(waiting(owner)));

/** Whoever was signed in on this device when it last showed a page, or null. */
export const personOfDevice = (): string | null => quietly(() => localStorage.getItem(lastPerson)) ?? null;

/** Whether something of a person's waits on this device, as every page finds out without loading the outbox. */
export function isSomethingWaiting(owner: string | null): boolean {
	quietly(() => (owner ? localStorage.setItem(lastPerson, owner) : localStorage.removeItem(lastPerson)));
	return owner !== null && quietly(() => localStorage.getItem(waiting(owner))) === "1";
}

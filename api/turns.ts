const last = new Map<string, Promise<void>>();

/** Milliseconds after which the one before is not waited for any longer. */
const patience = 5000;

/**
 * Lets those who change the same thing do so one after another, in this process: so that waiting for each other costs no
 * connection to the database. What is right does not depend on it; locks see to that.
 * @param key of the thing, e.g. `thread:12`
 */
export function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
	const before = last.get(key);
	const mine = before ? settled(before).then(work) : work();
	const done = mine.then(
		() => {},
		() => {},
	);
	last.set(key, done);
	void done.then(() => {
		if (last.get(key) === done) last.delete(key);
	});
	return mine;
}

function settled(before: Promise<void>): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(resolve, patience);
		void before.then(() => {
			clearTimeout(timer);
			resolve();
		});
	});
}

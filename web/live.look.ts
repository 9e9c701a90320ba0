/**
 * Looks at something again whenever it may have changed: one look at a time, and one more after it when somebody asked
 * meanwhile, so that what is held at last was fetched after the last change. A look that fails is repeated.
 */
export function makeLook<Seen>(of: {
	fetch: () => Promise<Seen>;
	set: (seen: Seen) => void;
	/** Milliseconds after a look that failed. */
	retryAfter: () => number;
}) {
	let isAsked = false;
	let isLooking = false;
	let isStopped = false;
	let timer: ReturnType<typeof setTimeout> | undefined;

	const look = async (): Promise<void> => {
		isAsked = true;
		if (isLooking || isStopped) return;
		clearTimeout(timer);
		isLooking = true;
		try {
			while (isAsked && !isStopped) {
				isAsked = false;
				const seen = await of.fetch();
				if (!isStopped) of.set(seen);
			}
		} catch {
			timer = setTimeout(look, of.retryAfter());
		} finally {
			isLooking = false;
		}
	};
	return {
		look: (): void => void look(),
		isLooking: () => isLooking,
		stop(): void {
			isStopped = true;
			clearTimeout(timer);
		},
	};
}

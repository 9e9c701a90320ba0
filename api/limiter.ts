import { fail } from "@interurban/contract/errors";
import { RateLimiterMemory } from "rate-limiter-flexible";

/** Points and seconds of each limited act, for one account or address. */
const rules = {
	/** By account and address together: somebody else's attempts do not keep a person out. */
	signIn: { points: 10, duration: 300 },
	signInAccount: { points: 60, duration: 300 },
	/** A whole city hall may share one address. */
	signInAddress: { points: 100, duration: 300 },
	join: { points: 30, duration: 3600 },
	write: { points: 60, duration: 60 },
	post: { points: 30, duration: 60 },
	/** Conversations that somebody begins, and reports, in a day. */
	conversation: { points: 30, duration: 86_400 },
	report: { points: 30, duration: 86_400 },
	/** While somebody scrolls. */
	read: { points: 240, duration: 60 },
	react: { points: 60, duration: 60 },
	/** Forms save themselves while somebody is typing. */
	draft: { points: 120, duration: 60 },
	/** A whole city hall may look for something from one address. */
	search: { points: 300, duration: 60 },
	/** While somebody is typing. */
	suggest: { points: 900, duration: 60 },
	/** A machine is asked to translate. */
	translate: { points: 30, duration: 60 },
	upload: { points: 30, duration: 600 },
} as const;

export type LimitedAct = keyof typeof rules;

export type Limiter = (act: LimitedAct, key: string | number) => Promise<void>;

/**
 * Counts acts by account or address inside resolvers, where aliases cannot get round it.
 * The returned function refuses with `rate_limited` and the seconds to wait.
 * @param factor multiplies every limit (tests and benches raise it)
 */
export function makeLimiter(factor = 1): Limiter {
	const limiters = new Map<LimitedAct, RateLimiterMemory>();
	for (const [act, rule] of Object.entries(rules))
		limiters.set(
			act as LimitedAct,
			new RateLimiterMemory({ points: rule.points * factor, duration: rule.duration }),
		);
	return async (act, key) => {
		try {
			await limiters.get(act)?.consume(String(key));
		} catch (refusal) {
			const wait = (refusal as { msBeforeNext?: number }).msBeforeNext;
			if (wait === undefined) throw refusal;
			fail("rate_limited", { args: { seconds: Math.ceil(wait / 1000) } });
		}
	};
}

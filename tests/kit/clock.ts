/** Sets the clock of a process wrong by `CLOCK_OFF` milliseconds, and nothing but the clock. Imported before all else. */
const off = Number(process.env.CLOCK_OFF ?? 0);

if (off) {
	const Real = Date;
	class Wrong extends Real {
		constructor(...args: unknown[]) {
			// biome-ignore lint/suspicious/noExplicitAny: whatever a Date is made of
			super(...((args.length ? args : [Real.now() + off]) as [any]));
		}
		static override now(): number {
			return Real.now() + off;
		}
	}
	globalThis.Date = Wrong as DateConstructor;
}

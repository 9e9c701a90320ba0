import { Presets, SingleBar } from "cli-progress";

export type ShownProgress = {
	add(count: number): void;
	/** Leaves the line as it stands. */
	stop(): void;
};

/** A progress bar at a terminal; elsewhere one line says what is being done. */
export function showProgress(what: string, total: number): ShownProgress {
	if (!process.stdout.isTTY) {
		console.log(`${what} …`);
		return { add: () => {}, stop: () => {} };
	}
	const bar = new SingleBar(
		{ format: `${what} {bar} {percentage} %`, hideCursor: true, clearOnComplete: false },
		Presets.shades_classic,
	);
	bar.start(Math.max(total, 1), 0);
	return {
		add: (count) => bar.increment(count),
		stop: () => {
			bar.update(bar.getTotal());
			bar.stop();
		},
	};
}

/** What somebody waits for until it is finished. */
export function pause(): { held: Promise<void>; finish: () => void } {
	let finish = () => {};
	const held = new Promise<void>((resolve) => {
		finish = resolve;
	});
	return { held, finish };
}

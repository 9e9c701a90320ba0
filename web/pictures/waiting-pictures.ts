import { Failure } from "@interurban/contract/errors";

/** Keeps a text from being sent while pictures below its field still need something of the writer. */
export function makeWaitingPictures() {
	let waiting = 0;
	return {
		/** For the `onWaiting` of a `PictureField`. */
		note(count: number): void {
			waiting = count;
		},
		/** @throws Failure with `posts.picture_waits` */
		check(): void {
			if (waiting) throw new Failure([{ code: "posts.picture_waits", field: "body" }]);
		},
	};
}

import { Failure, type Issue } from "@interurban/contract/errors";
import { limits } from "@interurban/contract/limits";
import type { UploadedFile } from "@interurban/contract/rendering";

/**
 * Sends a file to the server, which keeps it until a practice takes it up.
 * @param onProgress is told how much has been sent, from 0 to 1; `fetch` cannot tell
 * @throws Failure with what the server has against it; an AbortError when the signal was given
 */
export function uploadFile(
	file: File,
	onProgress: (sent: number) => void,
	signal: AbortSignal,
): Promise<UploadedFile> {
	if (file.size > limits.files.size)
		return refused([{ code: "files.too_large", args: { max: limits.files.size / 1e6 } }]);
	return new Promise((resolve, reject) => {
		signal.throwIfAborted();
		const request = new XMLHttpRequest();
		const body = new FormData();
		body.append("file", file);
		request.open("POST", "/files");
		request.responseType = "json";
		request.upload.addEventListener("progress", ({ loaded, total }) =>
			onProgress(total ? loaded / total : 0),
		);
		request.addEventListener("load", () => {
			if (request.status === 201) resolve(request.response);
			else reject(new Failure(issuesOf(request.response)));
		});
		request.addEventListener("error", () => reject(new Failure([{ code: "offline" }])));
		request.addEventListener("abort", () => reject(signal.reason));
		signal.addEventListener("abort", () => request.abort());
		request.send(body);
	});
}

const refused = (issues: readonly [Issue, ...Issue[]]) => Promise.reject(new Failure(issues));

function issuesOf(answer: { issues?: readonly Issue[] } | null): readonly [Issue, ...Issue[]] {
	return [answer?.issues?.[0] ?? { code: "unavailable" }];
}

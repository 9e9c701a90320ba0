import { randomUUID } from "node:crypto";
import type { Readable } from "node:stream";
import { fail } from "@interurban/contract/errors";
import { limits } from "@interurban/contract/limits";
import type { UploadedFile } from "@interurban/contract/rendering";
import type { StoredFile } from "@interurban/db/schema/files";
import type { Context, Services } from "../context.ts";
import { requireViewer } from "../context.ts";
import { findThreadsOfFile, isOneVisible } from "../threads/threads.ts";
import { write } from "../write.ts";
import { kindOf, webp } from "./files.kinds.ts";
import { cleanName } from "./files.names.ts";
import { makePicture } from "./files.pictures.ts";
import { findFile, hasRoom, insertFile } from "./files.queries.ts";
import type { FileStore } from "./files.store.ts";

export { keepFilesTidy } from "./files.job.ts";

/** What whoever uploaded a file is told of it. */
export function describeFile({ id, name, mediaType, size, width, height }: StoredFile): UploadedFile {
	return { id, name, mediaType, size, width, height };
}

/** Refuses whoever may not upload, before anything is read. */
export async function admitUpload(ctx: Context): Promise<void> {
	const viewer = requireViewer(ctx);
	await ctx.limiter("upload", viewer.id);
}

/**
 * Keeps a file for whoever is signed in. What it is is found from its content; pictures are made anew. The row is written
 * once the bytes stand, so that no row is ever without them.
 */
export async function storeFile(
	ctx: Context,
	store: FileStore,
	given: { name: string; bytes: Buffer },
): Promise<StoredFile> {
	const viewer = requireViewer(ctx);
	if (!given.bytes.length) fail("files.damaged", { field: "file" });
	const kind = kindOf(given.bytes) ?? fail("files.unsupported", { field: "file" });
	const { mediaType, extension } = kind.isPicture ? webp : kind;
	const content = kind.isPicture
		? await makePicture(given.bytes)
		: { bytes: given.bytes, width: null, height: null };
	const file = {
		id: randomUUID(),
		ownerId: viewer.id,
		name: cleanName(given.name, extension),
		mediaType,
		size: content.bytes.length,
		width: content.width,
		height: content.height,
	};
	if (!(await hasRoom(ctx.db, viewer.id, file.size))) refuseForQuota();
	await store.put(file.id, content.bytes);
	try {
		return await write(ctx, async (tx) => (await insertFile(tx, file)) ?? refuseForQuota());
	} catch (error) {
		await store.remove(file.id);
		throw error;
	}
}

const refuseForQuota = () =>
	fail("files.quota_exceeded", { field: "file", args: { max: limits.files.quota / 1e6 } });

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** For how long the answer may be kept by caches: what a thread shows may be deleted any moment. */
export type Openness = "public" | "public_for_now" | "private";

/**
 * A file for whoever asks; null when there is none, and also when it is not theirs, in no published practice and in no
 * thread that they may see.
 * @param viewerId is asked only for files that are not public
 */
export async function openFile(
	services: Pick<Services, "db">,
	store: FileStore,
	id: string,
	viewerId: () => Promise<number | null>,
): Promise<{ file: StoredFile; openness: Openness; bytes: Readable } | null> {
	const found = uuid.test(id) ? await findFile(services.db, id) : undefined;
	const openness = found && (await opennessOf(services.db, found, viewerId));
	if (!found || !openness) return null;
	const bytes = await store.get(id);
	return bytes && { file: found.file, openness, bytes };
}

async function opennessOf(
	db: Services["db"],
	{ file, isPublic }: { file: StoredFile; isPublic: boolean },
	viewerId: () => Promise<number | null>,
): Promise<Openness | null> {
	if (isPublic) return "public";
	const threads = await findThreadsOfFile(db, file.id);
	if (await isOneVisible(db, threads, null)) return "public_for_now";
	const viewer = await viewerId();
	const isTheirs = viewer !== null && (file.ownerId === viewer || (await isOneVisible(db, threads, viewer)));
	return isTheirs ? "private" : null;
}

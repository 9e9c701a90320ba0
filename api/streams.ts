import type { Db } from "@interurban/db/client";
import { parseId } from "./input.ts";
import type { Viewer } from "./sessions.ts";

/**
 * A kind of stream, as `thread` is that of `thread:12`: something whose changes are counted one by one, each in the
 * transaction that makes it, and told after its commit to those who listen.
 */
export type StreamKind = {
	/** How far each has come, by id; those that nobody may hear are left out. */
	findVersions(db: Db, ids: readonly number[]): Promise<Map<number, number>>;
	/** Whether a viewer may listen. Without this, everybody may. */
	canHear?(db: Db, viewer: Viewer | null, id: number): Promise<boolean>;
	/** Who is shown as writing there; null when they may not write or do not want to be seen. Without this, nobody is. */
	findTypist?(db: Db, personId: number, id: number): Promise<{ handle: string; name: string } | null>;
};

export type StreamKinds = Record<string, StreamKind>;

/** The kind and the id in the name of a stream; null when it is none. */
export function readStream(kinds: StreamKinds, name: string): { kind: StreamKind; id: number } | null {
	const [word = "", digits = "", ...rest] = name.split(":");
	const id = parseId(digits);
	const kind = Object.hasOwn(kinds, word) ? kinds[word] : undefined;
	return kind && id !== null && !rest.length ? { kind, id } : null;
}

/** How far a stream has come; null when there is none of that name, or none that the viewer may hear. */
export async function findVersion(
	kinds: StreamKinds,
	db: Db,
	viewer: Viewer | null,
	name: string,
): Promise<number | null> {
	const stream = readStream(kinds, name);
	if (!stream) return null;
	const { kind, id } = stream;
	if (kind.canHear && !(await kind.canHear(db, viewer, id))) return null;
	return (await kind.findVersions(db, [id])).get(id) ?? null;
}

/** How far many streams have come, by name, with one statement a kind. */
export async function findVersions(
	kinds: StreamKinds,
	db: Db,
	names: readonly string[],
): Promise<Map<string, number>> {
	const ids = new Map<StreamKind, Map<number, string>>();
	for (const name of names) {
		const stream = readStream(kinds, name);
		if (stream) ids.set(stream.kind, (ids.get(stream.kind) ?? new Map()).set(stream.id, name));
	}
	const found = await Promise.all(
		[...ids].map(async ([kind, byId]) => {
			const versions = await kind.findVersions(db, [...byId.keys()]);
			return [...versions].map(([id, version]) => [byId.get(id) ?? "", version] as const);
		}),
	);
	return new Map(found.flat());
}

import type { Db } from "@interurban/db/client";
import { files } from "@interurban/db/schema/files";
import { people } from "@interurban/db/schema/people";
import { places } from "@interurban/db/schema/places";
import { practiceFiles } from "@interurban/db/schema/practice-parts";
import { and, eq, inArray, isNull, or } from "drizzle-orm";
import type { Check } from "../input.ts";
import { findPlaceByName } from "../places/places.ts";
import type { PracticeContent } from "./practices.content.ts";
import type { Sought } from "./practices.input.ts";

/** A practice that was read from an input; `check` gathers what is wrong with it. */
export type Reading = { content: PracticeContent; sought: Sought; check: Check; at: string };

/**
 * Fills in what only the database knows: places, members among the contacts; and makes sure that files may be attached.
 * Many at once cost as many statements as one, but for places that are given by name.
 * @param files whose files may be attached: those of this member, and those that the practice has already
 */
export async function resolvePractices(
	db: Db,
	readings: readonly Reading[],
	files: { ownerId: number; practiceId?: number },
): Promise<void> {
	await resolvePlaces(db, readings);
	await resolveContacts(db, readings);
	for (const reading of readings) if (reading.content.files.length) await checkFiles(db, reading, files);
}

async function resolvePlaces(db: Db, readings: readonly Reading[]): Promise<void> {
	const ids = [...new Set(readings.flatMap(({ sought }) => sought.placeId ?? []))];
	const known = new Set(
		ids.length
			? (await db.select({ id: places.id }).from(places).where(inArray(places.id, ids))).map(({ id }) => id)
			: [],
	);
	for (const { content, sought, check, at } of readings) {
		if (sought.placeId !== null) {
			content.placeId = sought.placeId;
			if (!known.has(sought.placeId))
				check.add("places.unknown", `${at}.placeId`, { name: String(sought.placeId) });
		} else if (sought.placeName) {
			const { place, candidates } = await findPlaceByName(db, sought.placeName);
			if (place) content.placeId = place.id;
			else
				check.add(candidates.length ? "places.ambiguous" : "places.unknown", `${at}.placeId`, {
					name: sought.placeName,
				});
		}
	}
}

async function resolveContacts(db: Db, readings: readonly Reading[]): Promise<void> {
	const handles = [...new Set(readings.flatMap(({ sought }) => sought.handles.map(({ handle }) => handle)))];
	if (!handles.length) return;
	const found = await db
		.select({ id: people.id, handle: people.handle })
		.from(people)
		.where(and(inArray(people.handle, handles), isNull(people.suspendedAt)));
	const ids = new Map(found.map(({ id, handle }) => [handle, id]));
	for (const { content, sought, check } of readings)
		for (const { position, handle, field } of sought.handles) {
			const contact = content.contacts[position];
			const personId = ids.get(handle);
			if (personId === undefined) check.add("people.unknown", field, { handle });
			else if (contact) contact.personId = personId;
		}
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

async function checkFiles(
	db: Db,
	{ content, sought, check }: Reading,
	allowed: { ownerId: number; practiceId?: number },
): Promise<void> {
	const ids = content.files.map(({ fileId }) => fileId).filter((id) => uuid.test(id));
	const attached = db
		.select({ id: practiceFiles.fileId })
		.from(practiceFiles)
		.where(eq(practiceFiles.practiceId, allowed.practiceId ?? 0));
	const found = ids.length
		? await db
				.select({ id: files.id })
				.from(files)
				.where(
					and(inArray(files.id, ids), or(eq(files.ownerId, allowed.ownerId), inArray(files.id, attached))),
				)
		: [];
	const known = new Set(found.map(({ id }) => id));
	for (const [index, { fileId }] of content.files.entries())
		if (fileId && !known.has(fileId.toLowerCase())) check.add("not_found", sought.fileFields[index] ?? "");
}

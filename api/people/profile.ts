import { findConcept } from "@interurban/concepts/suggest";
import { Failure, fail } from "@interurban/contract/errors";
import { isLanguage } from "@interurban/contract/languages";
import { limits } from "@interurban/contract/limits";
import type { Db } from "@interurban/db/client";
import { type Context, requireViewer } from "../context.ts";
import type { ProfileInput } from "../generated/resolvers.ts";
import { type Check, makeCheck } from "../input.ts";
import { findOrCreateOrganisation, findPlaceByName, indexPlaces, requirePlace } from "../places/places.ts";
import type { Viewer } from "../sessions.ts";
import { findTopic } from "../topics/topics.ts";
import { write } from "../write.ts";
import { cleanName } from "./account.rules.ts";
import { indexPeople } from "./people.index.ts";
import {
	findPeople,
	lockPerson,
	type PersonRow,
	replaceLanguages,
	replaceTopics,
	updatePerson,
} from "./people.queries.ts";
import { isSpokenLanguage } from "./spoken-languages.ts";

const mostLanguages = 20;
const mostTopics = 30;

/** Changes one's own profile: what is left out stays, what is empty is emptied. */
export async function updateProfile(ctx: Context, input: ProfileInput): Promise<PersonRow> {
	const viewer = requireViewer(ctx);
	await ctx.limiter("write", viewer.id);
	const check = makeCheck();
	const texts = cleanTexts(check, input);
	const languages = cleanLanguages(check, input.languages);
	const knows = cleanTopics(ctx, check, "input.knows", input.knows, input.knowsText);
	const seeks = cleanTopics(ctx, check, "input.seeksTopics", input.seeksTopics, input.seeksTopicsText);
	const workplace = await cleanWorkplace(ctx, check, viewer, input);
	check.done();
	return write(ctx, async (tx) => {
		const before = await lockPerson(tx, viewer.id);
		const person = await updatePerson(tx, viewer.id, {
			...texts,
			...(await settle(tx, workplace)),
			...(input.capacity ? { capacity: input.capacity } : {}),
			...(input.showEmail == null ? {} : { showEmail: input.showEmail }),
			...(input.showPhone == null ? {} : { showPhone: input.showPhone }),
		});
		if (languages) await replaceLanguages(tx, viewer.id, languages);
		if (knows) await replaceTopics(tx, viewer.id, "knows", knows);
		if (seeks) await replaceTopics(tx, viewer.id, "seeks", seeks);
		await indexPeople(tx, [viewer.id]);
		const towns = [before.placeId, person.placeId, workplace.organisation?.placeId];
		await indexPlaces(
			tx,
			towns.filter((id) => id != null),
		);
		return person;
	});
}

function cleanTexts(check: Check, input: ProfileInput) {
	const given: Partial<Pick<PersonRow, TextField | "name">> = {};
	if (input.name !== undefined) given.name = cleanName(check, "input.name", input.name);
	for (const field of ["jobTitle", "phone"] as const)
		if (input[field] !== undefined)
			given[field] = check.line(`input.${field}`, input[field], { max: limits[field] });
	for (const field of ["bio", "askMeAbout", "offers", "seeks"] as const)
		if (input[field] !== undefined)
			given[field] = check.text(`input.${field}`, input[field], { max: limits.profileText });
	return given;
}

type TextField = "jobTitle" | "phone" | "bio" | "askMeAbout" | "offers" | "seeks";

/** Undefined when the input does not speak of languages. */
function cleanLanguages(check: Check, rows: ProfileInput["languages"]) {
	if (rows == null) return undefined;
	const found = new Map<string, { language: string; level: "reads" | "speaks" | "native" }>();
	for (const [index, row] of rows.entries()) {
		if (!row.language) continue;
		if (!isSpokenLanguage(row.language)) check.add("unknown_choice", `input.languages.${index}.language`);
		found.set(row.language, { language: row.language, level: row.level ?? "speaks" });
	}
	if (found.size > mostLanguages) check.add("too_many", "input.languages", { max: mostLanguages });
	return [...found.values()];
}

/** Ids of the chosen topics and of those that were typed; undefined when the input does not speak of them. */
function cleanTopics(
	ctx: Context,
	check: Check,
	field: string,
	ids: readonly string[] | null | undefined,
	typed: string | null | undefined,
): string[] | undefined {
	if (ids == null && typed == null) return undefined;
	const found = new Set<string>();
	for (const id of ids ?? []) {
		if (findTopic(id)) found.add(id);
		else check.add("topics.unknown", field, { topic: id.slice(0, 100) });
	}
	const names = check.text(field, typed, { max: limits.profileText }).split(/[,;،؛\n]/);
	for (const name of names.map((each) => each.trim()).filter(Boolean)) {
		const concept = findConcept(name, ctx.language);
		if (concept) found.add(concept.id);
		else check.add("topics.unknown", field, { topic: name.slice(0, 100) });
	}
	if (found.size > mostTopics) check.add("too_many", field, { max: mostTopics });
	return [...found];
}

type Workplace = {
	/** Undefined: stays. */
	placeId?: number | null;
	organisation?: { name: string; placeId: number; kind: ProfileInput["organisationKind"] } | null;
};

/** Town and organisation as they are to be. An organisation needs a town, for its name alone says little. */
async function cleanWorkplace(
	ctx: Context,
	check: Check,
	viewer: Viewer,
	input: ProfileInput,
): Promise<Workplace> {
	const workplace: Workplace = {};
	if (input.place !== undefined || input.placeText !== undefined)
		workplace.placeId = await cleanPlace(ctx, check, input);
	if (input.organisation === undefined) return workplace;
	const name = check.line("input.organisation", input.organisation, { max: limits.organisation });
	if (!name) return { ...workplace, organisation: null };
	const [own] = workplace.placeId === undefined ? await findPeople(ctx.db, [viewer.id]) : [];
	const placeId = workplace.placeId ?? own?.person.placeId;
	if (placeId) return { ...workplace, organisation: { name, placeId, kind: input.organisationKind } };
	if (workplace.placeId !== undefined && !input.placeText) check.add("required", "input.place");
	return workplace;
}

/**
 * The town that was typed, or else the one that was chosen, also among those that bear the typed name; null for none, also
 * when it was refused.
 */
async function cleanPlace(ctx: Context, check: Check, input: ProfileInput): Promise<number | null> {
	const name = check.line("input.place", input.placeText, { max: limits.query });
	if (!name && !input.place) return null;
	const candidates = name ? (await findPlaceByName(ctx.db, name)).candidates : [];
	const isChosen = !name || candidates.some(({ id }) => String(id) === input.place);
	try {
		const place = await requirePlace(ctx.db, isChosen ? { id: input.place } : { name }, "input.place");
		return place.id;
	} catch (error) {
		if (!(error instanceof Failure)) throw error;
		for (const { code, args } of error.issues) check.add(code, "input.place", args);
		return null;
	}
}

/** The columns of a workplace; its organisation is found or added now. */
async function settle(tx: Db, { placeId, organisation }: Workplace) {
	const made = organisation && (await findOrCreateOrganisation(tx, organisation));
	return {
		...(placeId === undefined ? {} : { placeId }),
		...(made === undefined ? {} : { organisationId: made?.id ?? null }),
	};
}

/** Notes that the first questions need not be asked again. */
export async function finishOnboarding(ctx: Context): Promise<Viewer> {
	const viewer = requireViewer(ctx);
	if (viewer.onboarded) return viewer;
	await updatePerson(ctx.db, viewer.id, { onboardedAt: new Date() });
	return { ...viewer, onboarded: true };
}

/** Changes the language of one's interface and mails. */
export async function changeLanguage(ctx: Context, language: string): Promise<Viewer> {
	const viewer = requireViewer(ctx);
	if (!isLanguage(language)) return fail("unknown_choice", { field: "language" });
	await ctx.limiter("write", viewer.id);
	await write(ctx, async (tx) => {
		await updatePerson(tx, viewer.id, { language });
		await indexPeople(tx, [viewer.id]);
	});
	return { ...viewer, language };
}

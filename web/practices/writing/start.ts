import type { Fields, FormState } from "@interurban/contract/rendering";
import { fieldsOfDraft } from "../../drafts/draft-keys.ts";
import type { ServerDraft } from "../../drafts/drafts.data.ts";
import type { LocalDraft } from "../../drafts/local-drafts.ts";
import type { Published } from "./merge.ts";

/** What the form is opened with. */
export type Start = {
	state: FormState;
	draft: { key: string; version: number };
	/** Whether the server has it as it is. */
	isKept: boolean;
	/** Whether this device has what the server does not. */
	isAhead: boolean;
	/** When the draft it goes on with was kept; ISO 8601. */
	since: string | null;
	/** What another device wrote meanwhile, to be chosen between the two. */
	other: ServerDraft | null;
};

/** Where drafts of this form are kept. */
type Keeping = { key: string; published: Published | null };

const valueIn = (fields: Fields, name: string) => fields.findLast(([field]) => field === name)?.[1] ?? "";

const stateOf = (fields: Fields): FormState => ({ name: "", fields, issues: [], action: null });

/** An unwritten form: what the profile or the published practice says. */
export function startAnew(fields: Fields, key: string): Start {
	const state = stateOf([...fields, ["draftKey", key], ["_draftVersion", "0"]]);
	return { state, draft: { key, version: 0 }, isKept: false, isAhead: false, since: null, other: null };
}

/** A draft from the server. */
export function startWithDraft(draft: ServerDraft, of: Keeping): Start {
	return {
		state: stateOf(upToDate(fieldsOfDraft(draft), of.published)),
		draft: { key: draft.key, version: draft.version },
		isKept: true,
		isAhead: false,
		since: draft.updatedAt,
		other: null,
	};
}

/** What this device kept and the server does not have, beside what the server has. */
export function startWithLocal(local: LocalDraft, other: ServerDraft | null, of: Keeping): Start {
	const isConflict = other !== null && other.version !== local.version;
	const version = other && !isConflict ? other.version : 0;
	const fields = fieldsOfDraft({ ...local, version });
	return {
		state: stateOf(upToDate(fields, of.published)),
		draft: { key: local.key, version },
		isKept: false,
		isAhead: true,
		since: local.savedAt,
		other: isConflict ? other : null,
	};
}

/**
 * A form that was posted and comes back. When somebody else published a change meanwhile, their change is taken in where
 * this person changed nothing; `take:<part>` takes theirs in one part more.
 */
export function startAgain(posted: FormState, of: Keeping): Start {
	let { fields } = posted;
	const { published } = of;
	if (published && posted.issues.some(({ code }) => code === "conflict")) fields = published.merge(fields);
	const [, part] = /^take:(\w+)$/.exec(posted.action ?? "") ?? [];
	if (published && part) fields = published.take(fields, part);
	const conflict = posted.issues.find(({ code }) => code === "drafts.conflict");
	if (conflict) fields = [...fields, ["_draftVersion", String(conflict.args?.version ?? 0)]];
	return {
		state: { ...posted, fields },
		draft: {
			key: valueIn(fields, "draftKey") || of.key,
			version: Number(valueIn(fields, "_draftVersion")) || 0,
		},
		isKept: false,
		isAhead: true,
		since: null,
		other: null,
	};
}

/** A draft based on an earlier revision takes in what was published since. */
function upToDate(fields: Fields, published: Published | null): Fields {
	if (!published || Number(valueIn(fields, "revision")) === published.revision) return fields;
	return published.merge(fields);
}

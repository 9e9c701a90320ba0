/**
 * Every error that a reader may be shown. Anything else is masked as `internal` and logged.
 * Words for each lie in `packages/words/<language>/errors.json` under the same key.
 */
export const errorCodes = [
	"internal",
	"unavailable",
	"too_slow",
	"offline",
	"invalid",
	"too_large",
	"required",
	"too_long",
	"too_short",
	"too_many",
	"too_few",
	"not_a_number",
	"out_of_range",
	"not_an_address",
	"unreadable_text",
	"forbidden_characters",
	"unknown_choice",
	"not_found",
	"forbidden",
	"rate_limited",
	"conflict",
	"bad_cursor",
	"auth.required",
	"auth.wrong_credentials",
	"auth.wrong_password",
	"auth.password_too_short",
	"auth.password_breached",
	"auth.email_invalid",
	"auth.email_unusable",
	"people.handle_taken",
	"people.unknown",
	"places.unknown",
	"places.ambiguous",
	"topics.unknown",
	"organisations.unknown",
	"practices.title_taken",
	"practices.period_reversed",
	"practices.cost_needs_currency",
	"threads.closed",
	"posts.client_id_reused",
	"posts.deleted",
	"posts.too_many_mentions",
	"posts.picture_waits",
	"translations.unavailable",
	"translations.busy",
	"translations.same_language",
	"translations.taken",
	"not_a_day",
	"challenges.day_past",
	"files.too_large",
	"files.unsupported",
	"files.quota_exceeded",
	"files.too_many_pixels",
	"files.damaged",
	"drafts.conflict",
	"messages.not_accepted",
	"messages.waiting",
	"messages.undeliverable",
	"messages.blocked",
	"messages.to_oneself",
	"messages.too_many_people",
	"messages.already_there",
	"messages.unknown_person",
	"alerts.too_many",
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Figures or names that go into the words of an error, e.g. `{ max: 140 }`. */
export type ErrorArgs = Record<string, string | number>;

/** One thing that is wrong; `field` is the path of the input, e.g. `input.blocks.0.name`. */
export type Issue = { code: ErrorCode; field?: string; args?: ErrorArgs };

/** An expected refusal: its issues may be shown to whoever asked. */
export class Failure extends Error {
	override name = "Failure";
	readonly issues: readonly [Issue, ...Issue[]];

	constructor(issues: readonly [Issue, ...Issue[]]) {
		super(issues[0].code);
		this.issues = issues;
	}

	get code(): ErrorCode {
		return this.issues[0].code;
	}
}

/** Refuses with one issue. */
export function fail(code: ErrorCode, about: { field?: string; args?: ErrorArgs } = {}): never {
	throw new Failure([{ code, ...about }]);
}

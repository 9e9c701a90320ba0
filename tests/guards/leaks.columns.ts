/**
 * Who may read what is stored as text: everybody, or nobody but those it is meant for. Each private column gets a canary of
 * its own, which is then looked for on every way out. A column without a row fails.
 */
export type Privacy =
	/** To be read by everybody, as long as what it belongs to is. */
	| "public"
	/** To be read by its owner, or by those who take part. */
	| "private"
	/** The same, and by moderators. */
	| "moderators"
	/** Never leaves the service. */
	| "secret"
	/** Made of other columns, or no words of anybody: keys, languages, counters. */
	| "derived";

/** By table and column, as the database calls them; the columns of a table that are alike in one line. */
export const columns: Readonly<Record<string, Partial<Record<Privacy, string>>>> = {
	alert_hits: { derived: "kind ref" },
	alert_terms: { private: "lexeme unless", derived: "kind" },
	alerts: { private: "name question chosen", derived: "language" },
	audit_events: { secret: "subject", derived: "action" },
	building_blocks: { public: "name description enabling lessons" },
	challenge_topics: { derived: "topic_id" },
	challenges: {
		public: "title problem constraints",
		secret: "import_key import_hash",
		derived: "language",
	},
	conversation_traces: { private: "title" },
	drafts: { private: "fields", derived: "key" },
	files: { private: "name", derived: "media_type" },
	live_attachments: { derived: "payload" },
	organisations: { public: "name website" },
	people: {
		public: "handle name job_title bio ask_me_about offers seeks",
		private: "email phone",
		secret: "password_hash",
		derived: "language",
	},
	person_languages: { derived: "language" },
	person_topics: { derived: "topic_id" },
	places: { public: "name search_name country admin_code feature_code" },
	post_revisions: { private: "body" },
	post_translations: { private: "body", derived: "language" },
	posts: { private: "body", secret: "sent_hash", derived: "language" },
	practice_conditions: { public: "description" },
	practice_contacts: { public: "name job_title" },
	practice_files: { public: "description credit" },
	practice_partners: { public: "name" },
	practice_references: { public: "title url" },
	practice_results: { public: "indicator unit source" },
	practice_revisions: { public: "summary content" },
	practice_topics: { derived: "topic_id" },
	practice_translations: { public: "title claim", derived: "language" },
	practices: {
		public: `slug title claim situation approach outcome objectives target_groups failures hindsight continuity funding staff
			first_published_in first_published_url`,
		secret: "import_key import_hash",
		derived: "language cost_currency",
	},
	report_posts: { moderators: "body" },
	reports: { moderators: "details note" },
	search_counts: { derived: "kind value" },
	search_documents: { derived: "kind ref language facets terms" },
	search_rebuild: { derived: "version after" },
	search_term_changes: { derived: "gained lost" },
	search_terms: { derived: "kind lexeme spelled" },
	seeds: { derived: "name" },
	sessions: { secret: "id user_agent" },
	threads: { private: "title summary", derived: "topic_id pair language" },
	topic_levels: { derived: "topic_id" },
	topics: { derived: "id" },
};

/** The columns that are kept from some, as `table.column`. */
export function columnsKeptFrom(viewer: { isModerator: boolean }): string[] {
	const kept: Privacy[] = ["private", "secret", ...(viewer.isModerator ? [] : (["moderators"] as const))];
	return Object.entries(columns).flatMap(([table, byPrivacy]) =>
		kept.flatMap((privacy) => namesIn(byPrivacy[privacy]).map((column) => `${table}.${column}`)),
	);
}

export const namesIn = (text = ""): string[] => text.split(/\s+/).filter(Boolean);

/** What stands in a column that is kept from some; the first word is there to be searched for. */
export const canaryOf = (column: string): string => `albatross leaked-${column.replaceAll(/[._]/g, "-")}`;

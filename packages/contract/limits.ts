/** Lengths in Unicode code points, counts and sizes that server and forms share. */
export const limits = {
	query: 200,
	name: 100,
	email: 254,
	password: { min: 12, max: 200 },
	handle: 60,
	jobTitle: 120,
	profileText: 2000,
	phone: 40,
	practice: {
		title: 140,
		claim: 300,
		situation: 10_000,
		approach: 20_000,
		outcome: 10_000,
		longText: 10_000,
		shortText: 500,
		/** Names of building blocks and partners. */
		name: 200,
		indicator: 300,
		unit: 60,
		topics: 12,
		rows: 50,
		blocks: 30,
		coAuthors: 20,
		summary: 300,
		translation: { title: 200, claim: 400 },
		year: { min: 1500, max: 2100 },
		cost: 1_000_000_000_000_000,
	},
	organisation: 200,
	reference: { title: 300, url: 2000 },
	post: 20_000,
	threadTitle: 140,
	/** People in one conversation; characters of its name. */
	conversation: { people: 20, name: 100 },
	report: { details: 2000, note: 2000, context: 10 },
	/** People whom one post may mention. */
	mentions: 50,
	threadSummary: 5000,
	/** Posts that may be marked as solutions of a thread. */
	solutions: 10,
	challenge: { title: 140, text: 10_000, topics: 12 },
	/** Bytes of one file and of all of a person's; millions of pixels; code points of a name. */
	files: { size: 10_000_000, quota: 200_000_000, megapixels: 25, name: 200 },
	draftBytes: 120_000,
	/** Drafts that a person may keep at a time. */
	drafts: 100,
	/** Searches of which a person may have themselves told. */
	alerts: 50,
	alertName: 120,
	page: { default: 20, max: 50 },
} as const;

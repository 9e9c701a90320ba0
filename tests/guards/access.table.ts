/**
 * Who may read and do what. Every field of the contract stands here, or the guard fails: a new field begins with a
 * decision about its readers.
 */

export const roles = ["visitor", "member", "author", "moderator", "admin"] as const;
export type Role = (typeof roles)[number];

export const everyone: readonly Role[] = [...roles];
export const signedIn: readonly Role[] = ["member", "author", "moderator", "admin"];
export const author: readonly Role[] = ["author"];
export const authorAndStaff: readonly Role[] = ["author", "moderator", "admin"];
export const staff: readonly Role[] = ["moderator", "admin"];
export const otherMembers: readonly Role[] = ["member", "moderator", "admin"];

/** What has been made for the checks, all of it by the author. */
export type Fixture = {
	practice: { id: string; slug: string };
	challenge: { id: string };
	thread: { id: string };
	post: { id: string };
	coAuthor: string;
	place: string;
	authorHandle: string;
	organisation: string;
	alert: { id: string };
	/** A group of the author and the co-author, and a request to the author. */
	conversation: { id: string };
	request: { id: string };
	/** Somebody in none of them. */
	stranger: string;
};

/** Where an object of each type is found, and its fields by those who may read them; others get null or a refusal. */
export const types: Record<string, { at: string; fields: readonly [readonly Role[], string][] }> = {
	Alert: {
		at: "alerts { * }",
		fields: [[author, "id name language text chosen ownFirst createdAt lookedAt newCount hits"]],
	},
	AlertFacet: { at: "alerts { chosen { * } }", fields: [[author, "facet values"]] },
	AlertFacetValue: { at: "alerts { chosen { values { * } } }", fields: [[author, "value label"]] },
	AlertHit: { at: "alerts { hits { * } }", fields: [[author, "hit foundAt isNew"]] },
	BuildingBlock: {
		at: "practice(slug: $slug) { buildingBlocks { * } }",
		fields: [[everyone, "name description descriptionHtml enabling enablingHtml lessons lessonsHtml"]],
	},
	Challenge: {
		at: "challenge(id: $challenge) { * }",
		fields: [
			[
				everyone,
				"id slug title language problem problemHtml constraints constraintsHtml author place topics neededBy closedAt createdAt updatedAt thread viewerCanEdit viewerCanClose",
			],
		],
	},
	ChallengePage: { at: "challenges { * }", fields: [[everyone, "items nextCursor"]] },
	Conversation: {
		at: "conversation(id: $conversation) { * }",
		fields: [
			[
				author,
				"id thread name direct participants traces requested requestedBy unread refusal viewerCanChange",
			],
		],
	},
	ConversationPage: {
		at: "conversations { * }",
		fields: [
			[author, "items"],
			[everyone, "nextCursor"],
		],
	},
	ConversationTrace: {
		at: "conversation(id: $conversation) { traces { * } }",
		fields: [[author, "kind actor person name afterNumber createdAt"]],
	},
	Country: {
		at: 'country(code: "DE") { * }',
		fields: [[everyone, "code name region practiceCount peopleCount places"]],
	},
	DifferencePiece: {
		at: "comparePracticeRevisions(id: $practice, from: 1, to: 2) { differences { pieces { * } } }",
		fields: [[everyone, "change text"]],
	},
	Draft: {
		at: 'draft(key: "practice:mine") { * }',
		fields: [[author, "key title fields version updatedAt"]],
	},
	DraftField: { at: 'draft(key: "practice:mine") { fields { * } }', fields: [[author, "name value"]] },
	FieldDifference: {
		at: "comparePracticeRevisions(id: $practice, from: 1, to: 2) { differences { * } }",
		fields: [[everyone, "field pieces"]],
	},
	FirstPublication: {
		at: "practice(slug: $slug) { firstPublished { * } }",
		fields: [[everyone, "title url"]],
	},
	MessageHit: {
		at: 'messages(text: "between us") { items { * } }',
		fields: [[author, "conversation post passage"]],
	},
	MessageHitPage: {
		at: 'messages(text: "between us") { * }',
		fields: [
			[author, "items"],
			[everyone, "nextCursor"],
		],
	},
	Organisation: {
		at: "organisation(id: $organisation) { * }",
		fields: [[everyone, "id name kind place website practices"]],
	},
	Participant: {
		at: "conversation(id: $conversation) { participants { * } }",
		fields: [[author, "person invited opener viewerCanRemove"]],
	},
	PassagePiece: {
		at: 'messages(text: "between us") { items { passage { * } } }',
		fields: [[author, "text marked"]],
	},
	PeopleFacetValue: { at: "peopleFacets { country { * } }", fields: [[everyone, "value label count"]] },
	PeopleFacets: { at: "peopleFacets { * }", fields: [[everyone, "topic country language capacity total"]] },
	Person: {
		at: "person(handle: $handle) { * }",
		fields: [
			[
				everyone,
				"id handle name role jobTitle bio askMeAbout offers seeks capacity memberSince place organisation languages knows seeksTopics viewerCanEdit viewerCanMessage viewerHasBlocked practices posts challenges",
			],
			// The author of the fixture has released neither.
			[author, "email phone"],
		],
	},
	PersonLanguage: {
		at: "person(handle: $handle) { languages { * } }",
		fields: [[everyone, "language level"]],
	},
	PersonPage: { at: "people { * }", fields: [[everyone, "items nextCursor"]] },
	Place: {
		at: "place(id: $place) { * }",
		fields: [
			[
				everyone,
				"id name slug country countryName region population latitude longitude mapX mapY isCapital income climate isCoastal likeness practiceCount peopleCount organisations similarPlaces analogues practices practicesOfSimilarPlaces people challenges",
			],
		],
	},
	Post: {
		at: "thread(id: $thread) { posts { * } }",
		fields: [
			[
				everyone,
				"id thread number version body html excerpt language author createdAt editedAt deleted replyTo solution reactions reactors viewerCanEdit viewerCanDelete",
			],
			[otherMembers, "viewerReactions"],
		],
	},
	PostPage: { at: "person(handle: $handle) { posts { * } }", fields: [[everyone, "items nextCursor"]] },
	Practice: {
		at: "practice(slug: $slug) { * }",
		fields: [
			[
				everyone,
				`id number slug language title claim displayTitle displayClaim titleLanguage translation translations place
				organisation author coAuthors topics sdgs stage startedYear endedYear evidence evidenceReason checkedOn
				publishedAt updatedAt revision situation situationHtml approach approachHtml outcome outcomeHtml objectives
				objectivesHtml targetGroups targetGroupsHtml failures failuresHtml hindsight hindsightHtml continuity
				continuityHtml funding fundingHtml staff staffHtml buildingBlocks results cost partners conditions contacts
				references files firstPublished related revisions revisionAt viewerCanEdit viewerCanWithdraw
				viewerCanManageAuthors thread`,
			],
		],
	},
	PracticeComparison: {
		at: "comparePracticeRevisions(id: $practice, from: 1, to: 2) { * }",
		fields: [[everyone, "from to differences"]],
	},
	PracticeCondition: {
		at: "practice(slug: $slug) { conditions { * } }",
		fields: [[everyone, "kind description"]],
	},
	PracticeContact: {
		at: "practice(slug: $slug) { contacts { * } }",
		fields: [[everyone, "person name jobTitle"]],
	},
	PracticeCost: { at: "practice(slug: $slug) { cost { * } }", fields: [[everyone, "amount currency year"]] },
	PracticeFile: {
		at: "practice(slug: $slug) { files { * } }",
		fields: [[everyone, "id name mediaType size width height description licence credit"]],
	},
	PracticePage: { at: "practices { * }", fields: [[everyone, "items nextCursor"]] },
	PracticePartner: { at: "practice(slug: $slug) { partners { * } }", fields: [[everyone, "name support"]] },
	PracticeReference: {
		at: "practice(slug: $slug) { references { * } }",
		fields: [[everyone, "kind title url"]],
	},
	PracticeResult: {
		at: "practice(slug: $slug) { results { * } }",
		fields: [[everyone, "indicator before after unit year source sourceUrl"]],
	},
	PracticeRevision: {
		at: "practice(slug: $slug) { revisions { * } }",
		fields: [[everyone, "number editor summary createdAt current title claim fields"]],
	},
	PracticeTranslation: {
		at: "practice(slug: $slug) { translations { * } }",
		fields: [[everyone, "language title claim machine outdated translator updatedAt"]],
	},
	RelatedPractice: {
		at: "practice(slug: $slug) { related { * } }",
		fields: [[everyone, "practice sharedTopics sameCountry similarPlace"]],
	},
	RevisionField: {
		at: "practice(slug: $slug) { revisions { fields { * } } }",
		fields: [[everyone, "field text"]],
	},
	Sdg: { at: "sdgs { * }", fields: [[everyone, "number title"]] },
	SearchFacetValue: {
		at: "search { facets { values { * } } }",
		fields: [[everyone, "value label isKnown count chosen"]],
	},
	SearchFacetValues: { at: "search { facets { * } }", fields: [[everyone, "facet values"]] },
	SearchHit: {
		at: "search { items { * } }",
		fields: [[everyone, "id kind language alike passage reasons thing"]],
	},
	SearchPassage: {
		at: 'search(text: "compost") { items { passage { * } } }',
		fields: [[everyone, "html language"]],
	},
	SearchReason: {
		at: 'search(text: "compost") { items { reasons { * } } }',
		fields: [[everyone, "kind typed found language topic"]],
	},
	SearchResults: {
		at: "search { * }",
		fields: [
			[
				everyone,
				"items nextCursor total facets text words quoted excluded hasOtherSigns isCut hasWords sort similarTo reads nearTopics withoutFacet name alert",
			],
		],
	},
	SearchSuggestions: {
		at: 'suggest(text: "compost") { * }',
		fields: [[everyone, "topics practices places people"]],
	},
	SuggestedTopic: {
		at: 'suggest(text: "compost") { topics { * } }',
		fields: [[everyone, "topic name language"]],
	},
	SearchWithoutFacet: {
		at: 'search(text: "compost", filter: { country: ["FR"] }) { withoutFacet { * } }',
		fields: [[everyone, "facet total"]],
	},
	Session: { at: "sessions { * }", fields: [[signedIn, "id browser system startedAt current"]] },
	PlaceLikeness: {
		at: "place(id: $place) { similarPlaces { * } }",
		fields: [[everyone, "place percent traits"]],
	},
	ComparedTrait: {
		at: "place(id: $place) { similarPlaces { traits { * } } }",
		fields: [[everyone, "trait fit"]],
	},
	ReactionCount: {
		at: "thread(id: $thread) { posts { reactions { * } } }",
		fields: [[everyone, "kind count"]],
	},
	Reactor: { at: "thread(id: $thread) { posts { reactors { * } } }", fields: [[everyone, "kind person"]] },
	SpokenLanguage: { at: "spokenLanguages { * }", fields: [[everyone, "tag name"]] },
	InboxEntry: { at: "inbox { items { * } }", fields: [[author, "thread reason isUnread"]] },
	InboxPage: {
		at: "inbox(first: 1) { * }",
		fields: [[author, "items nextCursor"]],
	},
	ThreadFollowing: {
		at: "thread(id: $thread) { viewerFollowing { * } }",
		fields: [
			[signedIn, "version unread level isOwn"],
			[author, "readNumber"],
		],
	},
	TopicFollowing: {
		at: 'topic(id: "composting") { viewerFollowing { * } }',
		fields: [[signedIn, "level isOwn"]],
	},
	Thread: {
		at: "thread(id: $thread) { * }",
		fields: [
			[signedIn, "viewerFollowing"],
			[
				everyone,
				"id slug title language practice challenge topic place asker createdAt closedAt closedBy summary summaryHtml summaryBy summaryAt solutions version postCount lastPostAt lastPost posts post changesSince viewerCanPost viewerCanModerate viewerCanManage viewerCanSummarise",
			],
		],
	},
	ThreadChanges: {
		at: "thread(id: $thread) { changesSince(version: 0) { * } }",
		fields: [[everyone, "posts version complete postCount thread"]],
	},
	ThreadPage: { at: "threads { * }", fields: [[everyone, "items nextCursor"]] },
	Topic: {
		at: 'topic(id: "composting") { * }',
		fields: [
			[signedIn, "viewerFollowing"],
			[
				everyone,
				"id label otherLabels scopeNote broader narrower related exactMatches sdgs practiceCount peopleCount practices threads challenges",
			],
		],
	},
	Viewer: {
		at: "viewer { * }",
		fields: [
			[
				signedIn,
				"id handle name role language onboarded person email phone showEmail showPhone practicesThatFit peopleThatFit newHits unreadThreads unreadMessages messagesVersion blockedPeople",
			],
		],
	},
};

/** Arguments of the fields that need some. */
export const fieldArguments: Record<string, string> = {
	"Practice.translation": '(language: "de")',
	"Practice.revisionAt": "(number: 1)",
	"Thread.post": "(number: 1)",
	"Thread.changesSince": "(version: 0)",
};

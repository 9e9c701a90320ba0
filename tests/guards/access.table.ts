import { type Access, author, everyone, signedIn } from "./access.roles.ts";
import { talk } from "./access.talk.ts";

/**
 * Who may read what. Every field of the contract stands here, or the guard fails: a new field begins with a decision about
 * its readers.
 */
export const types: Record<string, Access> = {
	...talk,
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
	Organisation: {
		at: "organisation(id: $organisation) { * }",
		fields: [[everyone, "id name kind place website practices"]],
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
			// Nor does anybody show how soon they reply unless they say so.
			[[], "usuallyReplies"],
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
				"id name slug country countryName region population latitude longitude mapX mapY isCapital income climate isCoastal likeness practiceCount peopleCount organisations similarPlaces analogues practices practicesOfSimilarPlaces people challenges threads",
			],
		],
	},
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
				"items nextCursor total facets text words quoted excluded hasOtherSigns isCut hasWords sort similarTo unclearTowns reads nearTopics withoutFacet name alert",
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
	SpokenLanguage: { at: "spokenLanguages { * }", fields: [[everyone, "tag name"]] },
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
	UnclearTown: {
		at: 'search(filter: { like: ["Twinford"] }) { unclearTowns { * } }',
		fields: [[everyone, "typed places"]],
	},
	Viewer: {
		at: "viewer { * }",
		fields: [
			[
				signedIn,
				"id handle name role language onboarded person email phone showEmail showPhone practicesThatFit peopleThatFit newHits unreadThreads showTyping showPresence useKeys unreadMessages messagesVersion blockedPeople openReports",
			],
		],
	},
};

/** Arguments of the fields that need some. */
export const fieldArguments: Record<string, string> = {
	"Practice.translation": '(language: "de")',
	"Practice.revisionAt": "(number: 1)",
	"Post.translation": '(language: "de")',
	"Thread.post": "(number: 1)",
	"Thread.postSince": '(day: "2020-01-01")',
	"Thread.changesSince": "(version: 0)",
};

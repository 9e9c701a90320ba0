/** The closed vocabularies that tables, GraphQL and pages share. Their words lie in `packages/words`. */

export const roles = ["member", "moderator", "admin"] as const;
export type Role = (typeof roles)[number];

export const stages = ["idea", "pilot", "running", "scaled_up", "ended", "failed"] as const;
export type Stage = (typeof stages)[number];

/** Computed from a practice's content, never chosen; in rising order. */
export const evidenceLevels = ["described", "measured", "evaluated", "repeated"] as const;
export type EvidenceLevel = (typeof evidenceLevels)[number];

export const organisationKinds = [
	"municipality",
	"municipal_company",
	"association",
	"university",
	"ngo",
	"migrant_organisation",
	"national_agency",
	"other",
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** The kind of support that a partner gave to a practice. */
export const supportKinds = ["administrative", "financial", "political", "technical", "other"] as const;
export type SupportKind = (typeof supportKinds)[number];

/** What a practice needs where it is taken over. */
export const conditionKinds = ["mandate", "staff", "budget", "law", "data", "partners", "other"] as const;
export type ConditionKind = (typeof conditionKinds)[number];

/** Whether a web address supports a statement or leads further. */
export const referenceKinds = ["source", "link"] as const;
export type ReferenceKind = (typeof referenceKinds)[number];

export const capacities = ["open", "limited", "none"] as const;
export type Capacity = (typeof capacities)[number];

/** How well a person handles a language, in rising order. */
export const languageLevels = ["reads", "speaks", "native"] as const;
export type LanguageLevel = (typeof languageLevels)[number];

export const topicInterests = ["knows", "seeks"] as const;
export type TopicInterest = (typeof topicInterests)[number];

export const practiceStatuses = ["published", "withdrawn"] as const;

/** Licences offered for pictures and files, as SPDX identifiers where there is one. */
export const licences = ["CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0", "all_rights_reserved"] as const;
export type Licence = (typeof licences)[number];

/** The kinds of things that can be found. */
export const searchKinds = ["practice", "person", "place", "topic", "thread", "challenge"] as const;
export type SearchKind = (typeof searchKinds)[number];

/** What a list of results holds unless kinds are chosen: topics stand above it, they lead on. */
export const listedKinds: readonly SearchKind[] = searchKinds.filter((kind) => kind !== "topic");

/** What a reader can say of a post with one press. */
export const reactionKinds = ["helpful", "thanks", "agree", "same_here", "will_try"] as const;
export type ReactionKind = (typeof reactionKinds)[number];

/** How closely a member follows a thread or topic, in falling order. */
export const followLevels = ["watching", "tracking", "normal", "muted"] as const;
export type FollowLevel = (typeof followLevels)[number];

export const participantStates = ["asked", "joined", "declined", "left"] as const;

/** What a conversation tells of its participants and its name. */
export const conversationChanges = ["added", "asked", "joined", "left", "removed", "named"] as const;
export type ConversationChange = (typeof conversationChanges)[number];

/** Why a member reports something. */
export const reportReasons = ["harassment", "spam", "privacy", "illegal", "other"] as const;
export type ReportReason = (typeof reportReasons)[number];

/** Groups of Köppen's climates, from hot and wet to cold. Their order is stored: new ones come last. */
export const climates = [
	"tropical_wet",
	"tropical_dry",
	"desert",
	"steppe",
	"mediterranean",
	"subtropical",
	"highland",
	"oceanic",
	"continental",
	"subarctic",
] as const;
export type Climate = (typeof climates)[number];

/** What makes towns alike. */
export const placeTraits = ["population", "income", "climate", "region", "coast", "capital"] as const;
export type PlaceTrait = (typeof placeTraits)[number];

/** How one trait of two towns goes together; unknown when one of the towns does not tell. */
export const traitFits = ["same", "near", "different", "unknown"] as const;
export type TraitFit = (typeof traitFits)[number];

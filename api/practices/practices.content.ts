import type { Language } from "@interurban/contract/languages";
import type {
	ConditionKind,
	Licence,
	OrganisationKind,
	ReferenceKind,
	Stage,
	SupportKind,
} from "@interurban/contract/vocabulary";

/** What others take over. */
export type Block = { name: string; description: string; enabling: string; lessons: string };

export type Result = {
	indicator: string;
	before: number | null;
	after: number | null;
	unit: string;
	year: number | null;
	source: string;
};

export type Partner = { name: string; support: SupportKind | null };
export type Condition = { kind: ConditionKind; description: string };
/** A member, or else a name. */
export type Contact = { personId: number | null; name: string; jobTitle: string };
export type Reference = { kind: ReferenceKind; title: string; url: string };
export type AttachedFile = { fileId: string; description: string; licence: Licence; credit: string };

/** All that its author says in a practice: what a revision keeps, and what the tables hold in rows. */
export type PracticeContent = {
	title: string;
	claim: string;
	/** BCP 47. */
	language: string;
	placeId: number;
	organisation: { name: string; kind: OrganisationKind };
	topicIds: string[];
	sdgs: number[];
	stage: Stage;
	startedYear: number | null;
	endedYear: number | null;
	situation: string;
	approach: string;
	outcome: string;
	objectives: string;
	targetGroups: string;
	partners: Partner[];
	blocks: Block[];
	results: Result[];
	/** `amount` in whole units of `currency` (ISO 4217). */
	cost: { amount: number; currency: string; year: number | null } | null;
	funding: string;
	staff: string;
	failures: string;
	hindsight: string;
	continuity: string;
	conditions: Condition[];
	contacts: Contact[];
	references: Reference[];
	files: AttachedFile[];
	/** Where it was first published, when it comes from elsewhere; an empty title says that it does not. */
	firstPublished: { title: string; url: string };
};

/** Title and claim in another of our languages. */
export type Translation = { language: Language; title: string; claim: string };

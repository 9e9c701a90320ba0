import type { Practice } from "@interurban/db/schema/practices";

/** What lists and cards need of a practice, with its title in the reader's language. */
export type PracticeRow = Pick<
	Practice,
	| "id"
	| "slug"
	| "status"
	| "language"
	| "title"
	| "claim"
	| "authorId"
	| "organisationId"
	| "placeId"
	| "stage"
	| "startedYear"
	| "endedYear"
	| "evidence"
	| "checkedOn"
	| "publishedAt"
	| "updatedAt"
	| "revision"
> & {
	topicIds: string[];
	sdgs: number[];
	/** Of the reader's language; null when there is none. */
	translatedTitle: string | null;
	translatedClaim: string | null;
};

export type TranslationRow = {
	practiceId: number;
	language: string;
	title: string;
	claim: string;
	machine: boolean;
	outdated: boolean;
	translatorId: number | null;
	updatedAt: Date;
};

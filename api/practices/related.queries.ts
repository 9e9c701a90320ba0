import type { PracticeRow } from "./practices.queries.ts";

export type RelatedRow = {
	practice: PracticeRow;
	sharedTopicIds: string[];
	sameCountry: boolean;
	similarSize: boolean;
};

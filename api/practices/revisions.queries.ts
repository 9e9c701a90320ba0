import type { PracticeContent } from "./practices.content.ts";

export type RevisionRow = {
	practiceId: number;
	number: number;
	editorId: number;
	summary: string;
	createdAt: Date;
	current: boolean;
	content: PracticeContent;
};

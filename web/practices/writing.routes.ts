import { page } from "../page.ts";

export const writingRoutes = [
	page("/practices/new", "./practices/PracticeNew.page.tsx", ["practice_form", "draft"]),
	page("/practices/:slug/edit", "./practices/PracticeEdit.page.tsx", [
		"practice_form",
		"draft",
		"practice_edit",
	]),
	page("/practices/:slug/revisions", "./practices/PracticeRevisions.page.tsx", ["practice_edit"]),
	page("/practices/:slug/revisions/compare", "./practices/PracticeComparison.page.tsx", [
		"practice_edit",
		"practice_form",
	]),
	page("/practices/:slug/translate", "./practices/PracticeTranslation.page.tsx", [
		"practice_edit",
		"practice_form",
	]),
	page("/practices/:slug/withdraw", "./practices/PracticeWithdrawal.page.tsx", ["practice_edit"]),
];

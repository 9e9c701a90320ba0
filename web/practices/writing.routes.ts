import type { RouteDefinition } from "@solidjs/router";
import { page } from "../page.ts";
import {
	getComparison,
	getHistory,
	getPracticeStart,
	getPracticeToEdit,
	getToWithdraw,
	getTranslations,
} from "./writing/writing.data.ts";

const words = ["practice_form", "practice_terms", "files", "drafts"];

export const writingRoutes: RouteDefinition[] = [
	{
		path: "/practices/new",
		component: page("./practices/PracticeNew.page.tsx", words),
		preload: ({ location }) => getPracticeStart(String(location.query.draft ?? "") || null),
	},
	{
		path: "/practices/:slug/edit",
		component: page("./practices/PracticeEdit.page.tsx", [...words, "practice_edit"]),
		preload: ({ params }) => getPracticeToEdit(params.slug ?? ""),
	},
	{
		path: "/practices/:slug/revisions",
		component: page("./practices/PracticeRevisions.page.tsx", ["practice_edit"]),
		preload: ({ params }) => getHistory(params.slug ?? ""),
	},
	{
		path: "/practices/:slug/revisions/compare",
		component: page("./practices/PracticeComparison.page.tsx", ["practice_edit", "practice_form"]),
		preload: ({ params, location }) =>
			getComparison(params.slug ?? "", Number(location.query.from), Number(location.query.to)),
	},
	{
		path: "/practices/:slug/translate",
		component: page("./practices/PracticeTranslation.page.tsx", ["practice_edit", "practice_form"]),
		preload: ({ params }) => getTranslations(params.slug ?? ""),
	},
	{
		path: "/practices/:slug/withdraw",
		component: page("./practices/PracticeWithdrawal.page.tsx", ["practice_edit"]),
		preload: ({ params }) => getToWithdraw(params.slug ?? ""),
	},
];

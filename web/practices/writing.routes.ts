import type { RouteDefinition } from "@solidjs/router";
import { page } from "../page.ts";

const words = ["practice_form", "draft"];

const writingData = () => import("./writing/writing.data.ts");
const editingData = () => import("./writing/editing.data.ts");

export const writingRoutes: RouteDefinition[] = [
	{
		path: "/practices/new",
		component: page("./practices/PracticeNew.page.tsx", words),
		preload: ({ location }) =>
			writingData().then(({ getPracticeStart }) =>
				getPracticeStart(String(location.query.draft ?? "") || null),
			),
	},
	{
		path: "/practices/:slug/edit",
		component: page("./practices/PracticeEdit.page.tsx", [...words, "practice_edit"]),
		preload: ({ params }) =>
			editingData().then(({ getPracticeToEdit }) => getPracticeToEdit(params.slug ?? "")),
	},
	{
		path: "/practices/:slug/revisions",
		component: page("./practices/PracticeRevisions.page.tsx", ["practice_edit"]),
		preload: ({ params }) => editingData().then(({ getHistory }) => getHistory(params.slug ?? "")),
	},
	{
		path: "/practices/:slug/revisions/compare",
		component: page("./practices/PracticeComparison.page.tsx", ["practice_edit", "practice_form"]),
		preload: ({ params, location }) =>
			editingData().then(({ getComparison }) =>
				getComparison(params.slug ?? "", Number(location.query.from), Number(location.query.to)),
			),
	},
	{
		path: "/practices/:slug/translate",
		component: page("./practices/PracticeTranslation.page.tsx", ["practice_edit", "practice_form"]),
		preload: ({ params }) => editingData().then(({ getTranslations }) => getTranslations(params.slug ?? "")),
	},
	{
		path: "/practices/:slug/withdraw",
		component: page("./practices/PracticeWithdrawal.page.tsx", ["practice_edit"]),
		preload: ({ params }) => editingData().then(({ getToWithdraw }) => getToWithdraw(params.slug ?? "")),
	},
];

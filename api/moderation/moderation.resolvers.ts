import type { Resolvers } from "../generated/resolvers.ts";
import { renderMarkdown } from "../markdown.ts";
import { personById } from "../people/people.ts";
import { postById, threadById } from "../threads/threads.ts";
import { canSuspend } from "./moderation.rules.ts";
import {
	closeReport,
	countOpen,
	judgePerson,
	listHandedOver,
	listReports,
	reportPost,
} from "./moderation.ts";

async function there<T>(found: Promise<T | null>): Promise<T> {
	const one = await found;
	if (one === null) throw new Error("somebody in a report is not there");
	return one;
}

export const moderationResolvers: Resolvers = {
	Query: {
		reports: (_, { closed, ...page }, ctx) => listReports(ctx, { closed: closed ?? false, ...page }),
	},
	Mutation: {
		reportPost: (_, input, ctx) => reportPost(ctx, input),
		closeReport: (_, input, ctx) => closeReport(ctx, input),
		suspendPerson: (_, { handle }, ctx) => judgePerson(ctx, handle, true),
		readmitPerson: (_, { handle }, ctx) => judgePerson(ctx, handle, false),
	},
	Report: {
		reporter: ({ reporterId }, _, ctx) => there(personById(ctx).load(reporterId)),
		author: ({ authorId }, _, ctx) => there(personById(ctx).load(authorId)),
		posts: (report, _, ctx) => listHandedOver(ctx, report),
		post: async (report, _, ctx) => {
			if (report.private || !(await threadById(ctx).load(report.threadId))) return null;
			return postById(ctx).load(report.postId);
		},
		closedBy: ({ closedById }, _, ctx) => (closedById === null ? null : personById(ctx).load(closedById)),
		viewerCanSuspend: async ({ authorId }, _, ctx) =>
			canSuspend(ctx.viewer, await there(personById(ctx).load(authorId))),
		authorSuspended: async ({ authorId }, _, ctx) =>
			(await there(personById(ctx).load(authorId))).suspendedAt !== null,
	},
	ReportedPost: {
		author: ({ authorId }, _, ctx) => there(personById(ctx).load(authorId)),
		html: ({ body }) => renderMarkdown(body),
	},
	Viewer: {
		openReports: (_, __, ctx) => countOpen(ctx),
	},
};

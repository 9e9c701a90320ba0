import type { Resolvers } from "../generated/resolvers.ts";
import {
	changeEmail,
	changePassword,
	endOtherSessions,
	endSession,
	join,
	listOwnSessions,
	signIn,
	signOut,
} from "./account.ts";
import { deviceOf } from "./device.ts";
import { ownRow } from "./people.ts";

export const accountResolvers: Resolvers = {
	Query: { sessions: (_, __, ctx) => listOwnSessions(ctx) },
	Mutation: {
		join: (_, { input }, ctx) => join(ctx, input),
		signIn: (_, { input }, ctx) => signIn(ctx, input),
		signOut: (_, __, ctx) => signOut(ctx),
		endSession: (_, { id }, ctx) => endSession(ctx, id),
		endOtherSessions: (_, __, ctx) => endOtherSessions(ctx),
		changePassword: (_, { input }, ctx) => changePassword(ctx, input),
		changeEmail: (_, { input }, ctx) => changeEmail(ctx, input),
	},
	Session: {
		id: (session) => session.publicId,
		browser: (session) => deviceOf(session.userAgent).browser,
		system: (session) => deviceOf(session.userAgent).system,
		current: (session, _, ctx) => session.publicId === ctx.session?.publicId,
	},
	Viewer: {
		email: async (viewer, _, ctx) => (await ownRow(ctx, viewer)).email,
		phone: async (viewer, _, ctx) => (await ownRow(ctx, viewer)).phone,
		showEmail: async (viewer, _, ctx) => (await ownRow(ctx, viewer)).showEmail,
		showPhone: async (viewer, _, ctx) => (await ownRow(ctx, viewer)).showPhone,
	},
};

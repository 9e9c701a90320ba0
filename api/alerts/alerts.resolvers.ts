import type { Resolvers } from "../generated/resolvers.ts";
import {
	countNewHits,
	countNewIn,
	findAlert,
	listAlerts,
	listChosen,
	listHitsOf,
	lookAtAlerts,
	nameSearch,
	removeAlert,
	renameAlert,
	saveSearch,
} from "./alerts.ts";

export const alertsResolvers: Resolvers = {
	Query: {
		alerts: (_, __, ctx) => listAlerts(ctx),
	},
	Mutation: {
		saveSearch: (_, { search, name }, ctx) => saveSearch(ctx, search, name),
		renameAlert: (_, { id, name }, ctx) => renameAlert(ctx, id, name),
		removeAlert: (_, { id }, ctx) => removeAlert(ctx, id),
		lookAtAlerts: (_, { until }, ctx) => lookAtAlerts(ctx, until),
	},
	Alert: {
		text: ({ question }) => question,
		chosen: (alert, _, ctx) => listChosen(ctx, alert),
		newCount: (alert, _, ctx) => countNewIn(ctx, alert),
		hits: (alert, _, ctx) => listHitsOf(ctx, alert),
	},
	SearchResults: {
		name: (results, _, ctx) => nameSearch(ctx, results),
		alert: (results, _, ctx) => findAlert(ctx, results),
	},
	Viewer: {
		newHits: (_, __, ctx) => countNewHits(ctx),
	},
};

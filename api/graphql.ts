import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { costLimitRule } from "@escape.tech/graphql-armor-cost-limit";
import { maxAliasesRule } from "@escape.tech/graphql-armor-max-aliases";
import { maxDepthRule } from "@escape.tech/graphql-armor-max-depth";
import { maxDirectivesRule } from "@escape.tech/graphql-armor-max-directives";
import { Failure, type Issue } from "@interurban/contract/errors";
import type { OperationResult } from "@interurban/contract/rendering";
import { sqlState } from "@interurban/db/transact";
import type { FastifyBaseLogger, FastifyInstance } from "fastify";
import { type GraphQLError, GraphQLScalarType, type ValidationRule } from "graphql";
import mercurius from "mercurius";
import { alertsResolvers } from "./alerts/alerts.resolvers.ts";
import { challengesResolvers } from "./challenges/challenges.resolvers.ts";
import { buildContext, type Context, requestLanguage, type Services } from "./context.ts";
import { draftsResolvers } from "./drafts/drafts.resolvers.ts";
import { followingResolvers } from "./following/following.resolvers.ts";
import type { Resolvers } from "./generated/resolvers.ts";
import { messagesResolvers } from "./messages/messages.resolvers.ts";
import { moderationResolvers } from "./moderation/moderation.resolvers.ts";
import { accountResolvers } from "./people/account.resolvers.ts";
import { peopleResolvers } from "./people/people.resolvers.ts";
import { placesResolvers } from "./places/places.resolvers.ts";
import { practicesResolvers } from "./practices/practices.resolvers.ts";
import { presenceResolvers } from "./presence/presence.resolvers.ts";
import { previewResolvers } from "./preview/preview.resolvers.ts";
import { searchResolvers } from "./search/search.resolvers.ts";
import { threadsResolvers } from "./threads/threads.resolvers.ts";
import { topicsResolvers } from "./topics/topics.resolvers.ts";
import { translationResolvers } from "./translation/translation.resolvers.ts";

/** The slices of the service. */
const slices: Resolvers[] = [
	accountResolvers,
	alertsResolvers,
	challengesResolvers,
	draftsResolvers,
	followingResolvers,
	messagesResolvers,
	moderationResolvers,
	peopleResolvers,
	placesResolvers,
	practicesResolvers,
	presenceResolvers,
	previewResolvers,
	searchResolvers,
	threadsResolvers,
	topicsResolvers,
	translationResolvers,
];

const base: Resolvers = {
	DateTime: new GraphQLScalarType({
		name: "DateTime",
		serialize: (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
	}),
	Query: { ping: () => true },
};

/** The contract of all slices, as text. */
export const sdl = readFileSync(
	join(
		dirname(createRequire(import.meta.url).resolve("@interurban/contract/package.json")),
		"schema.graphql",
	),
	"utf8",
);

/** What every operation is held to, those of the pages included. */
export const validationRules = [
	maxDepthRule({ n: 8, flattenFragments: true }),
	maxAliasesRule({ n: 15 }),
	maxDirectivesRule({ n: 10 }),
	costLimitRule({ maxCost: 5000 }),
] as unknown as ValidationRule[];

/**
 * GraphQL over POST on /graphql. Outside of development only the persisted operations of the pages are answered.
 * @param options.operations texts of the persisted operations by id
 */
export async function graphql(
	app: FastifyInstance,
	options: { services: Services; operations: Record<string, string>; development: boolean },
): Promise<void> {
	await app.register(mercurius, {
		schema: sdl,
		resolvers: mergeResolvers([base, ...slices]) as never,
		context: (request, reply) => buildContext(options.services, request, reply, requestLanguage(request)),
		jit: 1,
		graphiql: false,
		ide: false,
		csrfPrevention: true,
		allowBatchedQueries: false,
		subscription: false,
		persistedQueries: options.operations,
		onlyPersisted: !options.development,
		validationRules: validationRules as never,
		graphql: { parseOptions: { maxTokens: 1000 }, validateOptions: { maxErrors: 5 } },
		additionalRouteOptions: {
			bodyLimit: 128 * 1024,
			...(options.services.deadline ? { handlerTimeout: options.services.deadline } : {}),
		},
		errorFormatter: (result, context) => {
			const { log = context.app.log } = context as unknown as Partial<Context>;
			const issues = issuesOf(result.errors ?? [], log);
			const { statusCode } = result as { statusCode?: number };
			return {
				statusCode: statusCode && statusCode < 500 ? statusCode : 200,
				response: {
					data: result.data ?? null,
					errors: issues.map((issue) => ({ message: issue.code, extensions: { ...issue } })) as never,
				},
			};
		},
	});
}

/** Runs a persisted operation in the process, for pages and forms. */
export async function executeOperation(
	app: FastifyInstance,
	ctx: Context,
	operations: Record<string, string>,
	id: string,
	variables: object,
): Promise<OperationResult> {
	const text = operations[id];
	if (!text) throw new Error(`there is no operation ${id}`);
	try {
		const result = await app.graphql(text, ctx as never, variables as Record<string, unknown>);
		// These errors have passed the formatter above, which leaves the issue of each in its extensions.
		const issues = (result.errors ?? []).map(({ extensions }) => extensions as unknown as Issue);
		return { data: result.data, issues };
	} catch (error) {
		return { data: null, issues: issuesOf([error as GraphQLError], ctx.log) };
	}
}

/** Our own refusals as they are; anything else is logged and masked. */
function issuesOf(errors: readonly (GraphQLError | Error)[], log: FastifyBaseLogger): Issue[] {
	return errors.flatMap((error): Issue[] => {
		const cause = "originalError" in error && error.originalError ? error.originalError : error;
		if (cause instanceof Failure) return [...cause.issues];
		const code = databaseIssue(cause);
		if (code) return [{ code }];
		const status = (cause as { statusCode?: number }).statusCode;
		const isBadRequest =
			(status !== undefined && status < 500) || (error.name === "GraphQLError" && cause === error);
		if (isBadRequest) {
			log.debug({ error: cause.message }, "an operation was refused");
			return [{ code: status === 413 ? "too_large" : "invalid" }];
		}
		log.error(cause, "an operation failed");
		return [{ code: "internal" }];
	});
}

/** Codes of errors on the way to the database, and of an answer that took longer than `deadline`. */
const connectionErrors =
	/^(CONNECT|ECONN|CONNECTION_|ENOENT|EPIPE|57P0[1-3]|08\d{3}|53300|FST_ERR_HANDLER_TIMEOUT)/;

/** Whether an error says that the database is out of reach. */
export function isUnavailable(error: unknown): boolean {
	for (let current = error; current instanceof Error; current = current.cause) {
		const code = (current as { code?: unknown }).code;
		if (code === "unavailable") return true;
		if (typeof code === "string" && connectionErrors.test(code)) return true;
	}
	return false;
}

/** SQLSTATE of a statement that was ended because it took too long. */
const ended = "57014";

/** What readers are told of an error that the database or the way to it is the cause of; null for any other. */
export function databaseIssue(error: unknown): "unavailable" | "too_slow" | null {
	if (isUnavailable(error)) return "unavailable";
	return sqlState(error) === ended ? "too_slow" : null;
}

function mergeResolvers(all: Resolvers[]): Resolvers {
	const merged: Record<string, object> = {};
	for (const resolvers of all)
		for (const [type, fields] of Object.entries(resolvers))
			merged[type] =
				type in merged && !(fields instanceof GraphQLScalarType) ? { ...merged[type], ...fields } : fields;
	return merged as Resolvers;
}

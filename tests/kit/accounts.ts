import type { Issue } from "@interurban/contract/errors";
import type { Db } from "@interurban/db/client";
import { people } from "@interurban/db/schema/people";
import { eq } from "drizzle-orm";
import type { FastifyInstance } from "fastify";

export const password = "a tram that runs on time";
export const Join = "mutation ($input: JoinInput!) { join(input: $input) }";
export const SignIn = "mutation ($input: SignInInput!) { signIn(input: $input) { handle name onboarded } }";

/** People who join and sign in as browsers do, with the cookies they get. */
export function useAccounts(db: Db, app: FastifyInstance) {
	/** Sends an operation and answers with its whole response, headers included. */
	async function send(document: string, input: unknown, cookie = "", on = app) {
		const response = await on.inject({
			method: "POST",
			url: "/graphql",
			headers: {
				"accept-language": "uk",
				"user-agent": "Firefox/128.0 (X11; Linux)",
				...(cookie ? { cookie } : {}),
			},
			payload: { query: document, variables: { input } },
		});
		const set = response.cookies.findLast((each: { name: string }) => each.name === "session");
		const { data, errors } = response.json();
		return {
			status: response.statusCode,
			data,
			issues: (errors ?? []).map((error: { extensions: Issue }) => error.extensions) as Issue[],
			body: response.body,
			/** The session that was started, as a `Cookie` header. */
			session: set?.value ? `session=${set.value}` : "",
			setCookie: String(response.headers["set-cookie"] ?? ""),
		};
	}

	/** Who somebody with a cookie is; null for visitors. */
	async function me(cookie: string) {
		const { data } = await send("{ viewer { handle name role language onboarded email } }", {}, cookie);
		return data.viewer;
	}

	/** Somebody who has joined. */
	async function member(values: { email: string; name?: string }) {
		const { session } = await send(Join, { name: "Sam Doe", password, ...values });
		const [row] = await db.select().from(people).where(eq(people.email, values.email));
		if (!row) throw new Error(`${values.email} could not join`);
		return { cookie: session, handle: row.handle, id: row.id };
	}

	return { send, me, member };
}

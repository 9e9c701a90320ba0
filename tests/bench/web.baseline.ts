/** The least that the work of a page costs: bare Fastify routes that send the same bytes, or run the same SQL. */
import { createDb } from "@interurban/db/client";
import { sql } from "drizzle-orm";
import Fastify from "fastify";

process.once(
	"message",
	async ({ connection, pages }: { connection: object; pages: Record<string, string> }) => {
		const db = createDb(connection);
		const app = Fastify();
		for (const [name, html] of Object.entries(pages))
			app.get(`/bytes/${name}`, (_request, reply) => reply.type("text/html; charset=utf-8").send(html));
		app.get<{ Params: { id: string } }>("/sql/thread/:id", async ({ params }) => ({
			posts: await db.execute(sql`
			select p.id, p.number, p.version, p.body, p.language, p.created_at, p.edited_at, p.deleted_at,
				a.handle, a.name, pl.name as place
			from posts p join people a on a.id = p.author_id left join places pl on pl.id = a.place_id
			where p.thread_id = ${params.id} order by p.number limit 20`),
		}));
		await app.listen({ port: 0, host: "127.0.0.1" });
		process.send?.(app.server.address());
	},
);

/**
 * The least that live posts cost: a Fastify route that does one insert and one socket.io broadcast of the same size.
 * Started with DATABASE_URL; answers `{ port }`.
 */
import type { AddressInfo } from "node:net";
import { createDb } from "@interurban/db/client";
import { sql } from "drizzle-orm";
import Fastify from "fastify";
import { Server } from "socket.io";

const db = createDb(process.env.DATABASE_URL ?? "");
await db.execute(sql`create table if not exists bare_posts (
	id bigint primary key generated always as identity, author_id bigint not null, client_id uuid not null unique,
	body text not null, created_at timestamptz not null default now())`);
const app = Fastify();
const io = new Server({ serveClient: false, transports: ["websocket"] });
io.on("connection", (socket) => {
	socket.on("join", async (room: string, answer: (said: object) => void) => {
		await socket.join(room);
		answer({ ok: true, version: 0 });
	});
});
app.post<{ Body: { stream: string; clientId: string; body: string; post: object } }>(
	"/posts",
	async ({ body: { stream, clientId, body, post } }) => {
		const [row] = await db.execute<{ id: string }>(
			sql`insert into bare_posts (author_id, client_id, body) values (1, ${clientId}, ${body}) returning id`,
		);
		const event = { stream, version: Number(row?.id), post };
		io.to(stream).emit("post.changed", event);
		return event;
	},
);
app.addHook("onReady", async () => {
	io.attach(app.server);
});
await app.listen({ port: 0, host: "127.0.0.1" });
process.send?.({ port: (app.server.address() as AddressInfo).port });
for (const end of ["disconnect", "SIGTERM"] as const) process.once(end, () => process.exit());

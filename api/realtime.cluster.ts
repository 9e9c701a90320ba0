import { dirname } from "node:path";
import type { Pool } from "@interurban/db/client";
import { createClient } from "@redis/client";
import { createAdapter as postgresAdapter } from "@socket.io/postgres-adapter";
import { createAdapter as redisAdapter } from "@socket.io/redis-streams-adapter";
import type { FastifyBaseLogger } from "fastify";
import pg from "pg";
import type { Namespace } from "socket.io";

/** The way on which the processes of one network pass their live events on to each other. */
export type Cluster = {
	/** For socket.io; made once. */
	open(log: FastifyBaseLogger): Adapter;
	close(): Promise<void>;
};

// biome-ignore lint/suspicious/noExplicitAny: as socket.io types it
type Adapter = (namespace: Namespace) => any;

/** Notices of PostgreSQL are shorter than 8000 bytes; longer events go by way of a table. */
const longestNotice = 7999;

/** By way of the database that the processes share. */
export function makePostgresCluster(db: Pool): Cluster {
	const config = { ...configOf(db), connectionTimeoutMillis: 5000 };
	// One connection tells: events keep their order. Another one listens, and never takes the place of the first.
	const telling = new pg.Pool({ ...config, max: 1, idleTimeoutMillis: 0, query_timeout: 5000 });
	let listening: pg.Client | undefined;
	let isClosed = false;
	const stopListening = () => {
		listening?.removeAllListeners("end");
		listening?.end().catch(() => {});
	};
	return {
		open(log) {
			const tell = (error: Error) => log.warn(error, "live events do not reach the other processes");
			telling.on("error", tell);
			/**
			 * The adapter may ask for another one twice for one loss. As long as one listens, or is about to, that is no loss:
			 * what is told while one takes the place of the other would be heard by neither.
			 */
			const connect = async () => {
				if (isClosed || listening) return new Promise<never>(() => {});
				const client = new pg.Client(config);
				listening = client;
				const forget = () => {
					if (listening === client) listening = undefined;
				};
				client.on("error", tell).once("end", forget);
				try {
					await client.connect();
				} catch (error) {
					forget();
					throw error;
				}
				return Object.assign(client, { release: stopListening });
			};
			const pool = { connect, query: telling.query.bind(telling) } as unknown as pg.Pool;
			return localFirst(
				postgresAdapter(pool, {
					tableName: "live_attachments",
					payloadThreshold: longestNotice,
					errorHandler: tell,
				}),
				tell,
			);
		},
		close() {
			isClosed = true;
			stopListening();
			return telling.end();
		},
	};
}

/** The database's address for `pg`, which the adapter is made for, as postgres.js has read it: so that both agree. */
function configOf(db: Pool): pg.PoolConfig {
	const { host, port, path, user, pass, database, ssl } = db.$client.options;
	const isUnverified = typeof ssl === "string" && ssl !== "verify-full";
	return {
		...{ host: path ? dirname(path) : (host[0] ?? ""), port: port[0] ?? 5432 },
		...{ database, user, password: pass ?? "", application_name: "interurban" },
		options: "-c synchronous_commit=off", // a notice need not wait for the disk
		ssl: isUnverified ? { rejectUnauthorized: false } : Boolean(ssl),
	};
}

/**
 * By way of a Redis server, which may go away later on, and come back.
 * @throws when it does not answer now, or refuses us
 */
export async function connectRedisCluster(url: string): Promise<Cluster> {
	let isConnected = false;
	const client = createClient({
		...{ url, commandsQueueMaxLength: 1000, pingInterval: 10_000 },
		socket: { reconnectStrategy: (tries) => isConnected && Math.min(100 * 2 ** tries, 2000) },
	});
	client.on("error", () => {}); // connecting rejects with it
	await client.connect();
	isConnected = true;
	return {
		open(log) {
			const tell = (error: Error) => log.warn(error, "live events do not reach the other processes");
			client.on("error", tell);
			return localFirst(redisAdapter(client, { streamName: "interurban:live" }), tell);
		},
		close: async () => client.destroy(),
	};
}

/** Those who listen here wait neither for the other processes nor for the way to them. */
function localFirst(make: Adapter, tell: (error: Error) => void): Adapter {
	// socket.io calls it with `new`.
	return function open(namespace) {
		const adapter = make(namespace);
		const publish = adapter.doPublish.bind(adapter);
		adapter.doPublish = async (message: object) => {
			publish(message).catch(tell);
			return "";
		};
		return adapter;
	};
}

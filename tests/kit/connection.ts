import type { Connection } from "@interurban/db/client";

/** The same server, another database. */
export function at(server: Connection, database: string): Connection {
	if (typeof server !== "string") return { ...server, database };
	const url = new URL(server);
	url.pathname = `/${encodeURIComponent(database)}`;
	return url.href;
}

/** The same as one address, for the environment of another process. */
export function asUrl(connection: Connection): string {
	if (typeof connection === "string") return connection;
	const { username, host, database } = connection;
	return `postgres://${username}@${encodeURIComponent(String(host))}/${database}`;
}

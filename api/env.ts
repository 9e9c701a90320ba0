import { resolve } from "node:path";

/** One setting of the service, as it is documented and checked. */
type Setting<T> = {
	/** What it does, for operators. */
	doc: string;
	/** What happens when it is not set, in words. */
	default: string;
	/** @throws Error with what is wrong; the setting's name is put in front */
	parse: (value: string | undefined) => T;
};

function setting<T>(definition: Setting<T>): Setting<T> {
	return definition;
}

/** Every setting of the service: name, meaning, default and form. The README's table is checked against this. */
export const settings = {
	PORT: setting({
		doc: "TCP port to listen on",
		default: "3000",
		parse: (value = "3000") => {
			if (!/^\d{1,5}$/.test(value) || Number(value) > 65535)
				throw new Error(`must be a port number from 0 to 65535, not "${value}"`);
			return Number(value);
		},
	}),
	HOST: setting({
		doc: "Network address to listen on; 0.0.0.0 for all",
		default: "localhost",
		parse: (value = "localhost") => value,
	}),
	BASE_URL: setting({
		doc: "Public address of the service, used in links and to check where requests come from",
		default: "http://localhost:PORT",
		parse: (value) => {
			if (value === undefined) return null;
			const url = URL.canParse(value) ? new URL(value) : null;
			if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== "/" || url.search || url.hash)
				throw new Error(`must be an address such as https://cities.example, not "${value}"`);
			return url.origin;
		},
	}),
	DATA_DIR: setting({
		doc: "Folder for the embedded database and uploaded files",
		default: ".data in the project",
		parse: (value) => (value === undefined ? null : resolve(value)),
	}),
	DATABASE_URL: setting({
		doc: "A PostgreSQL server, version 15 or later, instead of the embedded one",
		default: "not set: the embedded database",
		parse: (value) => {
			if (value === undefined) return null;
			const url = URL.canParse(value) ? new URL(value) : null;
			if (!url || !/^postgres(ql)?:$/.test(url.protocol))
				throw new Error("must be an address such as postgres://user:password@host:5432/interurban");
			return value;
		},
	}),
	REDIS_URL: setting({
		doc: "A Redis server, version 5 or later, that carries live events between processes",
		default: "not set: PostgreSQL does",
		parse: (value) => {
			if (value === undefined) return null;
			const url = URL.canParse(value) ? new URL(value) : null;
			if (!url || !/^rediss?:$/.test(url.protocol))
				throw new Error("must be an address such as redis://:password@host:6379");
			return value;
		},
	}),
	TRANSLATE_URL: setting({
		doc: "A [LibreTranslate](https://libretranslate.com) server that translates posts when a reader asks for it",
		default: "not set: readers’ browsers translate where they can",
		parse: (value) => {
			if (value === undefined) return null;
			const url = URL.canParse(value) ? new URL(value) : null;
			if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash)
				throw new Error(`must be an address such as http://localhost:5000, not "${value}"`);
			return value;
		},
	}),
	TRANSLATE_KEY: setting({
		doc: "The key that the LibreTranslate server asks for",
		default: "not set: none",
		parse: (value) => value ?? null,
	}),
	STATEMENT_TIMEOUT: setting({
		doc: "Seconds after which the database ends what a request asks of it; 0 for never",
		default: "15",
		parse: (value = "15") => {
			if (!/^\d{1,5}$/.test(value)) throw new Error(`must be a whole number of seconds, not "${value}"`);
			return Number(value);
		},
	}),
	DEMO: setting({
		doc: "1 loads the demonstration data into an empty database; 0 starts an empty network",
		default: "1",
		parse: (value = "1") => {
			if (value !== "0" && value !== "1") throw new Error(`must be 0 or 1, not "${value}"`);
			return value === "1";
		},
	}),
	TRUST_PROXY: setting({
		doc: "Addresses of the reverse proxies in front, separated by commas, whose X-Forwarded-* headers count",
		default: "not set: none",
		parse: (value) => (value ? value.split(",").map((part) => part.trim()) : false),
	}),
	LOG_LEVEL: setting({
		doc: "fatal, error, warn, info, debug, trace or silent",
		default: "info in production, warn in demonstrations",
		parse: (value) => {
			const levels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"];
			if (value !== undefined && !levels.includes(value))
				throw new Error(`must be one of ${levels.join(", ")}, not "${value}"`);
			return value ?? null;
		},
	}),
};

type Parsed = { [Name in keyof typeof settings]: ReturnType<(typeof settings)[Name]["parse"]> };

/** The checked settings, with those that depend on others filled in. */
export type Env = Omit<Parsed, "BASE_URL" | "LOG_LEVEL" | "DATA_DIR"> & {
	BASE_URL: string;
	DATA_DIR: string;
	LOG_LEVEL: string;
	development: boolean;
};

/**
 * Reads the settings from the environment; an empty value counts as not set.
 * @param defaultDataDir folder used when DATA_DIR is not set
 * @throws Error whose message names each setting that is wrong, one a line
 */
export function readEnv(source: NodeJS.ProcessEnv, defaultDataDir: string): Env {
	const problems: string[] = [];
	const parsed = {} as Record<string, unknown>;
	for (const [name, definition] of Object.entries(settings)) {
		try {
			parsed[name] = definition.parse(source[name] || undefined);
		} catch (error) {
			problems.push(`${name} ${(error as Error).message}`);
		}
	}
	if (problems.length) throw new Error(problems.join("\n"));
	const values = parsed as Parsed;
	return {
		...values,
		BASE_URL: values.BASE_URL ?? `http://localhost:${values.PORT}`,
		DATA_DIR: values.DATA_DIR ?? defaultDataDir,
		LOG_LEVEL: values.LOG_LEVEL ?? (values.DEMO ? "warn" : "info"),
		development: source.NODE_ENV === "development",
	};
}

import { concepts } from "@interurban/concepts/concepts";
import { toJsonLd } from "@interurban/concepts/json-ld";
import { type SkosNode, skosOfConcept, skosOfScheme } from "@interurban/concepts/skos";
import { toTurtle } from "@interurban/concepts/turtle";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import Negotiator from "negotiator";
import { preferredLanguage } from "../context.ts";
import { makeLasting } from "../lasting.ts";

const formats = {
	ttl: { type: "text/turtle", write: toTurtle },
	jsonld: { type: "application/ld+json", write: toJsonLd },
} as const;

type Format = keyof typeof formats;

const formatNames = Object.keys(formats) as Format[];

/**
 * The concept scheme as linked data. A concept's address leads people to its page and gives programs that ask for
 * `text/turtle` or `application/ld+json` its description; with `.ttl` or `.jsonld` it is the description for anybody.
 */
export function serveConcepts(app: FastifyInstance, origin: string): void {
	const scheme = {
		ttl: makeLasting(() => write("ttl", skosOfScheme(origin))),
		jsonld: makeLasting(() => write("jsonld", skosOfScheme(origin))),
	};
	for (const format of formatNames)
		app.get(`/concepts.${format}`, (request, reply) => scheme[format](request, head(reply, format)));

	app.get("/concepts", (request, reply) => {
		const format = wantedFormat(request, reply);
		if (!format) return toPage(request, reply, "/topics");
		return scheme[format](request, head(reply, format).header("content-location", `/concepts.${format}`));
	});

	app.get<{ Params: { name: string } }>("/concepts/:name", (request, reply) => {
		const [, id = "", ending] = /^(.+?)(?:\.(ttl|jsonld))?$/.exec(request.params.name) ?? [];
		const format = (ending as Format | undefined) ?? wantedFormat(request, reply);
		if (!format) return toPage(request, reply, `/topics/${encodeURIComponent(id)}`);
		const concept = concepts.get(id);
		if (!concept) return reply.code(404).send({ error: "not_found", requestId: request.id });
		if (!ending) reply.header("content-location", `/concepts/${id}.${format}`);
		const text = write(format, [skosOfConcept(origin, concept)]);
		return makeLasting(() => text)(request, head(reply, format));
	});
}

function write(format: Format, nodes: SkosNode[]): string {
	return formats[format].write(nodes);
}

/** The format that a program asks for; null for a browser, and for who does not mind. */
function wantedFormat(request: FastifyRequest, reply: FastifyReply): Format | null {
	reply.header("vary", "Accept");
	const types = formatNames.map((format) => formats[format].type);
	const best = new Negotiator(request.raw).mediaType(["text/html", ...types]);
	return formatNames.find((format) => formats[format].type === best) ?? null;
}

function toPage(request: FastifyRequest, reply: FastifyReply, path: string) {
	reply.header("vary", "Accept, Accept-Language, Cookie");
	return reply.redirect(`/${preferredLanguage(request)}${path}`, 303);
}

/** For programs of any origin. */
function head(reply: FastifyReply, format: Format): FastifyReply {
	return reply
		.type(formats[format].type.replace(/^text\/.*/, "$&; charset=utf-8"))
		.header("access-control-allow-origin", "*")
		.header("cross-origin-resource-policy", "cross-origin")
		.header("cache-control", "public, max-age=3600");
}

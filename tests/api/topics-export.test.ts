import { concepts, topConcepts } from "@interurban/concepts/concepts";
import { languages } from "@interurban/contract/languages";
import jsonld from "jsonld";
import { Parser, type Quad, type Term } from "n3";
import { describe, expect, test } from "vitest";
import { useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";

const { db } = await useDatabase();
const { app } = await useApp(db);
/** The public address of `useApp`. */
const origin = "http://interurban.test";

const skos = "http://www.w3.org/2004/02/skos/core#";
const terms = "http://purl.org/dc/terms/";

function get(url: string, headers: Record<string, string> = {}) {
	return app.inject({ method: "GET", url, headers });
}

const fromTurtle = (text: string) => new Parser({ format: "text/turtle" }).parse(text);

async function fromJsonLd(text: string): Promise<Quad[]> {
	const lines = await jsonld.toRDF(JSON.parse(text), { format: "application/n-quads" });
	return new Parser({ format: "application/n-quads" }).parse(String(lines));
}

const written = ({ subject, predicate, object }: Quad) =>
	[subject, predicate, object].map((term: Term) => JSON.stringify(term)).join(" ");
const inOrder = (quads: Quad[]) => quads.map(written).sort();

describe("the whole scheme", () => {
	test("is the same in Turtle and in JSON-LD", async () => {
		const [turtle, json] = [await get("/concepts.ttl"), await get("/concepts.jsonld")];
		expect(turtle.headers["content-type"]).toMatch(/^text\/turtle/);
		expect(json.headers["content-type"]).toMatch(/^application\/ld\+json/);
		const quads = inOrder(fromTurtle(turtle.body));
		expect(quads.length).toBeGreaterThan(20_000);
		expect(inOrder(await fromJsonLd(json.body))).toEqual(quads);
	});

	test("says of every concept what SKOS asks for, and refers to nothing that is not there", async () => {
		const quads = fromTurtle((await get("/concepts.ttl")).body);
		const objects = (subject: string, property: string) =>
			quads.filter((quad) => quad.subject.value === subject && quad.predicate.value === skos + property);
		const scheme = `${origin}/concepts`;
		const subjects = new Set(quads.map((quad) => quad.subject.value));
		expect(subjects.size).toBe(concepts.size + 1);
		expect(objects(scheme, "hasTopConcept")).toHaveLength(topConcepts().length);
		const about = quads.filter((quad) => quad.subject.value === scheme).map((quad) => quad.predicate.value);
		expect(about).toEqual(
			expect.arrayContaining([`${terms}title`, `${terms}license`, "http://purl.org/dc/elements/1.1/creator"]),
		);
		const within = ["broader", "narrower", "related", "inScheme", "topConceptOf", "hasTopConcept"];
		const dangling = quads.filter(
			({ predicate, object }) =>
				within.includes(predicate.value.replace(skos, "")) && !subjects.has(object.value),
		);
		expect(dangling).toEqual([]);
		const links = (property: string, turned: boolean) =>
			quads
				.filter(({ predicate }) => predicate.value === skos + property)
				.map(({ subject, object }) => [subject.value, object.value])
				.map((pair) => (turned ? pair.reverse() : pair).join(" "))
				.sort();
		expect(links("narrower", true)).toEqual(links("broader", false));
		expect(links("related", true)).toEqual(links("related", false));
		const labels = objects(`${scheme}/pluvial-flooding`, "prefLabel").map(({ object }) => object);
		expect(labels.map((label) => ("language" in label ? label.language : "")).sort()).toEqual(
			[...languages].sort(),
		);
	});

	test("is sent once to who keeps it, compressed, and to programs of any origin", async () => {
		const first = await get("/concepts.ttl", { "accept-encoding": "br" });
		expect(first.headers).toMatchObject({
			"content-encoding": "br",
			"access-control-allow-origin": "*",
			"cross-origin-resource-policy": "cross-origin",
		});
		expect(first.rawPayload.length).toBeLessThan(200_000);
		const again = await get("/concepts.ttl", { "if-none-match": String(first.headers.etag) });
		expect([again.statusCode, again.body]).toEqual([304, ""]);
	});
});

describe("an address of the scheme", () => {
	test.each([
		["/concepts", "text/turtle", "text/turtle"],
		["/concepts", "application/ld+json, text/turtle;q=0.5", "application/ld+json"],
		["/concepts/water", "text/turtle", "text/turtle"],
		["/concepts/water", "application/ld+json", "application/ld+json"],
		["/concepts/water.ttl", "text/html", "text/turtle"],
		["/concepts/water.jsonld", "*/*", "application/ld+json"],
	])("answers %s for %s with %s", async (url, accept, type) => {
		const answer = await get(url, { accept });
		expect(answer.statusCode).toBe(200);
		expect(answer.headers["content-type"]).toContain(type);
		if (!url.includes(".")) expect(answer.headers.vary).toContain("Accept");
	});

	test.each([
		["/concepts", "/uk/topics"],
		["/concepts/water", "/uk/topics/water"],
	])("leads a reader from %s to %s", async (url, target) => {
		const accept = "text/html,application/xhtml+xml,*/*;q=0.8";
		const answer = await get(url, { accept, "accept-language": "uk" });
		expect([answer.statusCode, answer.headers.location]).toEqual([303, target]);
	});

	test("of one concept gives what the whole scheme says of it", async () => {
		const whole = fromTurtle((await get("/concepts.ttl")).body);
		const one = fromTurtle((await get("/concepts/flood-protection.ttl")).body);
		const subject = `${origin}/concepts/flood-protection`;
		expect(inOrder(one)).toEqual(inOrder(whole.filter((quad) => quad.subject.value === subject)));
		expect(one.filter(({ predicate }) => predicate.value === `${skos}exactMatch`).length).toBeGreaterThan(0);
	});

	test("of no concept is not found", async () => {
		for (const name of ["nonsense.ttl", "constructor.jsonld", "__proto__.ttl", "a%2Fb.ttl"])
			expect((await get(`/concepts/${name}`)).statusCode, name).toBe(404);
	});
});

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { sdl, validationRules } from "@interurban/api/graphql";
import { buildSchema, parse, validate } from "graphql";
import { expect, test } from "vitest";

const texts: Record<string, string> = JSON.parse(
	readFileSync(fileURLToPath(new URL("../../web/generated/texts.json", import.meta.url)), "utf8"),
);
const schema = buildSchema(sdl);
const nameOf = (text: string) => /(?:query|mutation) (\w+)/.exec(text)?.[1] ?? "?";

test.each(Object.values(texts).map((text) => ({ name: nameOf(text), text })))(
	"the pages' operation $name keeps to the limits of all operations",
	({ text }) => {
		expect(validate(schema, parse(text), validationRules)).toEqual([]);
	},
);

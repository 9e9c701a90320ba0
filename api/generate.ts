/** Writes what the API derives from the vocabularies; a part of `npm run generate`, after the concepts are derived. */
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { languages } from "@interurban/contract/languages";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const filesIn = async (folder: string): Promise<string[]> =>
	(await readdir(folder)).sort().map((file) => folder + file);
const language = [
	"arabic",
	"german",
	"normalise",
	"stemmers",
	"stopwords",
	"terms",
	"ukrainian",
	"vocabulary.make",
];
const sources = [
	...(await filesIn(at("../packages/concepts/data/lexicon/"))),
	...(await filesIn(at("../packages/concepts/data/forms/"))),
	at("../packages/concepts/generated/data.json"),
	...language.map((name) => at(`search/${name}.ts`)),
];

/** Stemming all the words takes seconds, and they seldom change. */
const hash = createHash("sha256");
for (const file of sources) hash.update(await readFile(file));
const digest = hash.digest("hex");
const stamp = at("generated/vocabulary/digest");
if ((await readFile(stamp, "utf8").catch(() => "")) !== digest) {
	const { makeVocabulary } = await import("./search/vocabulary.make.ts");
	await mkdir(at("generated/vocabulary"), { recursive: true });
	for (const language of languages)
		await writeFile(at(`generated/vocabulary/${language}.json`), JSON.stringify(makeVocabulary(language)));
	await writeFile(stamp, digest);
}

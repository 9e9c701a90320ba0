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

const hash = createHash("sha256");
for (const file of sources) hash.update(await readFile(file));
const { dependencies } = JSON.parse(await readFile(at("package.json"), "utf8"));

await mkdir(at("generated/vocabulary"), { recursive: true });
// Stemming all the words takes seconds, and they seldom change.
await unlessMade("vocabulary/digest", hash.digest("hex"), async () => {
	const { makeVocabulary } = await import("./search/vocabulary.make.ts");
	for (const language of languages)
		await writeFile(at(`generated/vocabulary/${language}.json`), JSON.stringify(makeVocabulary(language)));
});
await unlessMade("ngrams.version", dependencies.eld, async () => {
	const { makeNgrams } = await import("./text-language.make.ts");
	await writeFile(at("generated/ngrams.json"), JSON.stringify(makeNgrams()));
});

/** Makes something anew when what it is made of has changed since it left its stamp. */
async function unlessMade(stamp: string, digest: string, make: () => Promise<void>): Promise<void> {
	const path = at(`generated/${stamp}`);
	if ((await readFile(path, "utf8").catch(() => "")) === digest) return;
	await make();
	await writeFile(path, digest);
}

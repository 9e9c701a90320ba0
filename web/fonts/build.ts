/**
 * Cuts the font files of the interface from the packages of Fontsource and writes them, with their style sheet,
 * beside this script: `tsx web/fonts/build.ts`. The results are committed, so a build of the site never runs it.
 */
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import subsetFont from "subset-font";
import { fallbacks } from "./fallbacks.ts";
import { type Script, scripts } from "./scripts.ts";

const require = createRequire(import.meta.url);
const here = new URL("./", import.meta.url);

/** The weights a family offers, the same in every script: a script with other weights would not be chosen. */
const weights = { "Interurban Text": { min: 400, max: 700 }, "Interurban Heading": 600 } as const;

/** Every character a CSS `unicode-range` covers. */
function charactersIn(range: string): string {
	return range
		.split(",")
		.map((part) => part.slice(2).split("-"))
		.flatMap(([from = "", to = from]) => {
			const start = Number.parseInt(from, 16);
			return Array.from({ length: Number.parseInt(to, 16) - start + 1 }, (_, i) => start + i);
		})
		.map((code) => String.fromCodePoint(code))
		.join("");
}

function faceRule({ family, file, range }: Script): string {
	const weight = weights[family];
	return `@font-face {
	font-family: "${family}";
	src: url("./${file}.woff2") format("woff2");
	font-weight: ${typeof weight === "number" ? weight : `${weight.min} ${weight.max}`};
	font-display: swap;
	unicode-range: ${range};
}
`;
}

for (const script of scripts) {
	const source = await readFile(require.resolve(`@fontsource-variable/${script.source}`));
	const subset = await subsetFont(source, charactersIn(script.range), {
		targetFormat: "woff2",
		noHinting: true,
		keepFeatures: script.features,
		variationAxes: { wght: weights[script.family] },
	});
	await writeFile(new URL(`${script.file}.woff2`, here), subset);
	console.log(`${script.file.padEnd(20)} ${(subset.length / 1000).toFixed(1).padStart(5)} KB`);
}
const banner = "/* Written by build.ts. */\n";
await writeFile(new URL("fonts.css", here), banner + scripts.map(faceRule).join("") + fallbacks);

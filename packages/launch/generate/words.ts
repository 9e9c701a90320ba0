import messageFormat from "@messageformat/core";
import compileModule from "@messageformat/core/compile-module.js";
import { parse, type Token } from "@messageformat/parser";
import { readAll, removeOthers, writeDerived } from "./files.ts";

// A CommonJS module whose declaration speaks of a default export: Node hands over the class itself.
const MessageFormat = messageFormat as unknown as typeof messageFormat.default;

/** Locales of the formatters: Arabic text with the digits that our pages use. */
const locales: Record<string, string> = { ar: "ar-u-nu-latn" };

/**
 * Compiles `packages/words/<language>/<section>.json` (ICU MessageFormat) to one module a section, and writes the type
 * of all keys with their arguments, taken from English.
 */
export async function generateWords(): Promise<void> {
	const files = await readAll("packages/words", ".json");
	const types: string[] = [];
	const imports: string[] = [];
	const bundles = new Map<string, string[]>();
	for (const { path, text } of files) {
		const [, language, section] = /^packages\/words\/(\w\w)\/(\w+)\.json$/.exec(path) ?? [];
		if (!language || !section) continue;
		const messages: Record<string, string> = JSON.parse(text);
		const formatter = new MessageFormat(locales[language] ?? language, { returnType: "string" });
		let code: string;
		try {
			const full = Object.fromEntries(
				Object.entries(messages).map(([key, message]) => [`${section}.${key}`, message]),
			);
			code = compileModule(formatter, full);
		} catch (error) {
			throw new Error(`${path}: ${(error as Error).message}`);
		}
		// A message without arguments needs no function around it.
		const lean = code.replace(/: \(\) => (".*")(,?)$/gm, ": $1$2");
		const module = isolateArguments(lean, language === "ar" ? "isolateInRtl" : "isolateInLtr");
		await writeDerived(`packages/words/generated/${language}/${section}.ts`, `// @ts-nocheck\n${module}`);
		if (language === "en")
			for (const [key, message] of Object.entries(messages))
				types.push(`\t"${section}.${key}": ${argumentsOf(message)};`);
		const name = `${language}_${section}`;
		imports.push(`import ${name} from "./${language}/${section}.ts";`);
		bundles.set(language, [...(bundles.get(language) ?? []), name]);
	}
	await writeDerived("packages/words/generated/keys.ts", `export type Words = {\n${types.join("\n")}\n};\n`);
	for (const [language, names] of bundles) {
		const sections = names.map((name) => name.slice(language.length + 1));
		const kept = new Set([...sections, "sections"].map((name) => `${name}.ts`));
		await removeOthers(`packages/words/generated/${language}`, kept);
		await writeDerived(`packages/words/generated/${language}/sections.ts`, sectionsModule(sections));
	}
	const entries = [...bundles].map(
		([language, names]) => `\t${language}: Object.assign({}, ${names.join(", ")}),`,
	);
	await writeDerived(
		"packages/words/generated/all.ts",
		`// @ts-nocheck\n${imports.join("\n")}\n\nexport const all: Record<string, Record<string, string | ((args: object) => string)>> = {\n${entries.join("\n")}\n};\n`,
	);
}

/** Text that is put into a message keeps its own direction; numbers and choices are dealt with by functions. */
function isolateArguments(code: string, name: string): string {
	const isolated = code.replace(/(?<=(?:=>|\+|:) )d\.\w+/g, `${name}($&)`);
	return isolated === code ? code : `import { ${name} } from "../../isolate.ts";\n${isolated}`;
}

/** Sections that the surroundings of every page use. */
const everywhere = ["shell", "ui"];

function sectionsModule(sections: readonly string[]): string {
	const loaders = sections
		.filter((section) => !everywhere.includes(section))
		.map((section) => `\t${section}: () => import("./${section}.ts"),`);
	return `// @ts-nocheck
${everywhere.map((section) => `import ${section} from "./${section}.ts";`).join("\n")}

/** What every page uses. */
export const everywhere: object = { ${everywhere.map((section) => `...${section}`).join(", ")} };

/** Loads another section of this language's words. */
export const sections: Record<string, () => Promise<{ default: object }>> = {
${loaders.join("\n")}
};
`;
}

/** The type of a message's arguments: `void` when it has none. */
function argumentsOf(message: string): string {
	const found = new Map<string, string>();
	const collect = (tokens: Token[]): void => {
		for (const token of tokens) {
			if (token.type === "argument") found.set(token.arg, found.get(token.arg) ?? "string | number");
			if (token.type === "function" && token.key === "number") found.set(token.arg, "number");
			if (token.type === "plural" || token.type === "selectordinal") found.set(token.arg, "number");
			if (token.type === "select") found.set(token.arg, "string");
			if ("cases" in token) for (const choice of token.cases) collect(choice.tokens);
		}
	};
	collect(parse(message));
	if (!found.size) return "void";
	return `{ ${[...found].map(([name, type]) => `${name}: ${type}`).join("; ")} }`;
}

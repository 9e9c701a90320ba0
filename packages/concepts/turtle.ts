import {
	classes,
	type PropertyName,
	prefixes,
	properties,
	type SkosNode,
	textsOf,
	type Value,
} from "./skos.ts";

const escapes: Record<string, string> = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** The nodes in Turtle: https://www.w3.org/TR/turtle/ */
export function toTurtle(nodes: readonly SkosNode[]): string {
	const names = Object.entries(prefixes).map(([prefix, address]) => `@prefix ${prefix}: <${address}> .`);
	return `${names.join("\n")}\n\n${nodes.map(toStatement).join("\n\n")}\n`;
}

function toStatement({ id, type, ...values }: SkosNode): string {
	const lines = Object.entries(values).flatMap(([key, value]) => {
		const { name, of } = properties[key as PropertyName];
		const objects = objectsOf(value, of);
		return objects.length ? [`\t${name} ${objects.join(", ")}`] : [];
	});
	return [`<${id}> a ${classes[type]}`, ...lines].join(" ;\n").concat(" .");
}

function objectsOf(value: Value, of: "texts" | "addresses" | "string"): string[] {
	if (of === "texts") return textsOf(value).map(({ language, text }) => `${quote(text)}@${language}`);
	const strings = [value].flat() as string[];
	return strings.map((text) => (of === "addresses" ? `<${text}>` : quote(text)));
}

function quote(text: string): string {
	return `"${text.replace(/[\\"\n\r\t]/g, (character) => escapes[character] ?? character)}"`;
}
